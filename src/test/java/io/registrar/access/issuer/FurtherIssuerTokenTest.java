package io.registrar.access.issuer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;

/** What holds for tokens of the issuer in {@code quarkus.oidc} holds for those of a further one. */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class FurtherIssuerTokenTest extends AccessTokenContract {

    @Override
    TestIssuer issuer() {
        return TestIssuer.further();
    }
}
