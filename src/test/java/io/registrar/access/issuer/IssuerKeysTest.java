package io.registrar.access.issuer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;

/** The keys of the issuer in {@code quarkus.oidc}. */
@QuarkusTest
@TestProfile(IssuerKeysContract.QuickRefills.class)
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class IssuerKeysTest extends IssuerKeysContract {

    @Override
    TestIssuer issuer() {
        return TestIssuer.ofThisTest();
    }
}
