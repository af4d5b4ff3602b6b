package io.registrar.access.issuer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.registrar.testing.TestIssuer;
import io.registrar.testing.TestIssuerResource;
import io.registrar.testing.TestStore;

/** Tokens of the issuer in {@code quarkus.oidc}. */
@QuarkusTest
@QuarkusTestResource(TestStore.class)
@QuarkusTestResource(TestIssuerResource.class)
class AccessTokenTest extends AccessTokenContract {

    @Override
    TestIssuer issuer() {
        return TestIssuer.ofThisTest();
    }
}
