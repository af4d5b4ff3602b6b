package io.registrar;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.vertx.core.dns.DnsClient;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.net.NetClient;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;

/** Dependencies point one way; each rule says why. */
@AnalyzeClasses(packages = "io.registrar", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule noRoomDependsOnItselfThroughAnother = slices().matching("io.registrar.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a cycle is one room with two names");

    @ArchTest
    static final ArchRule metadataKnowsNobody = noClasses()
            .that(resideInAPackage("io.registrar.metadata.."))
            .should()
            .dependOnClassesThat(resideInAPackage("io.registrar..").and(new OtherThan("io.registrar.metadata")))
            .because("the rules for metadata are pure and serve every caller, the command line included");

    @ArchTest
    static final ArchRule credentialsKnowNobody = noClasses()
            .that(resideInAPackage("io.registrar.credential.."))
            .should()
            .dependOnClassesThat(resideInAPackage("io.registrar..").and(new OtherThan("io.registrar.credential")))
            .because("secrets, digests and callers are values that every room shares");

    @ArchTest
    static final ArchRule theStoreDependsOnValuesOnly = noClasses()
            .that(resideInAPackage("io.registrar.store.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "io.registrar.access..",
                    "io.registrar.http..",
                    "io.registrar.registration..",
                    "io.registrar.management..",
                    "io.registrar.openapi.."))
            .because("the store keeps what it is given, whoever asks");

    @ArchTest
    static final ArchRule accessKnowsNoEndpoint = noClasses()
            .that(resideInAPackage("io.registrar.access.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "io.registrar.http..", "io.registrar.registration..", "io.registrar.management.."))
            .because("who calls is decided before and apart from what is asked");

    @ArchTest
    static final ArchRule whatKindsOfCredentialShareKnowsNoKind = noClasses()
            .that(resideInAPackage("io.registrar.access"))
            .should()
            .dependOnClassesThat(resideInAPackage("io.registrar.access.issuer.."))
            .because("one more kind of credential is one more class beside the others");

    @ArchTest
    static final ArchRule httpServesTheResources = noClasses()
            .that(resideInAPackage("io.registrar.http.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.registrar.registration..", "io.registrar.management.."))
            .because("what every endpoint shares cannot depend on one of them");

    @ArchTest
    static final ArchRule developmentIsNotThereInProduction = noClasses()
            .that(resideInAPackage("io.registrar..").and(new OtherThan("io.registrar.dev")))
            .should()
            .dependOnClassesThat(resideInAPackage("io.registrar.dev.."))
            .because("io.registrar.dev is left out of the product");

    @ArchTest
    static final ArchRule onlyTheStoreSpeaksSql = noClasses()
            .that(resideInAPackage("io.registrar..").and(new OtherThan("io.registrar.store", "io.registrar.dev")))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "jakarta.persistence..",
                    "org.hibernate..",
                    "io.agroal..",
                    "org.flywaydb.."))
            .because("SQL lives in the migrations and the store");

    @ArchTest
    static final ArchRule entitiesStayInTheStore = classes()
            .that()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .should()
            .bePackagePrivate()
            .because("rows are the store's own business");

    @ArchTest
    static final ArchRule onlyTheGuardedClientGoesOut = noClasses()
            .that(resideInAPackage("io.registrar..").and(new OtherThan("io.registrar.outbound", "io.registrar.dev")))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "java.net.http..",
                            "java.nio.channels..",
                            "javax.net..",
                            "io.vertx.ext.web.client..",
                            "io.vertx.mutiny.ext.web.client..",
                            "org.apache.http..",
                            "org.apache.hc..",
                            "okhttp3..",
                            "org.eclipse.microprofile.rest.client..",
                            "jakarta.ws.rs.client..",
                            "io.netty.bootstrap..")
                    .or(type(URL.class))
                    .or(assignableTo(URLConnection.class))
                    .or(assignableTo(Socket.class))
                    .or(assignableTo(DatagramSocket.class))
                    .or(type(InetAddress.class))
                    .or(assignableTo(HttpClient.class))
                    .or(assignableTo(WebSocketClient.class))
                    .or(assignableTo(NetClient.class))
                    .or(assignableTo(DnsClient.class))
                    .or(assignableTo("io.vertx.mutiny.core.http.HttpClient"))
                    .or(assignableTo("io.vertx.mutiny.core.net.NetClient")))
            .because("whoever opens a connection, or looks a name up, without the checks of io.registrar.outbound is"
                    + " a door into the network that the service stands in; quarkus-oidc's own requests go to the"
                    + " issuer that the operator configured");
}
