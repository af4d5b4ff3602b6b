package io.registrar.access.issuer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;

/** The keys of a further issuer are followed in the same way. */
@QuarkusTest
@TestProfile(IssuerKeysContract.QuickRefills.class)
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class FurtherIssuerKeysTest extends IssuerKeysContract {

    @Override
    TestIssuer issuer() {
        return TestIssuer.further();
    }
}
