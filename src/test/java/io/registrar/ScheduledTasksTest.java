package io.registrar;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the service does by the clock, or on a thread of its own, has a test in which what it depends on is away:
 * where nobody waits for an answer, nobody sees it fail.
 */
class ScheduledTasksTest {

    /** Each place that sets a timer or makes threads, and the test that says how it fares without what it needs. */
    private static final Map<String, String> CASES = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "access.issuer.KeyRenewal.start",
                    "access.issuer.LateKeysTest.thatNothingIsRenewedIsSaidOnceAndNothingIsThrown"),
            Map.entry(
                    "access.issuer.KeyRenewal.renew",
                    "EverythingAwayTest.keysThatCannotBeFetchedAnewAreSaidOnceAndAskedForAgain"),
            Map.entry(
                    "access.issuer.AccessTokenVerification$Attempt.fetchAndVerify",
                    "access.issuer.IssuerKeysContract.anIssuerThatHangsUpOrDawdlesIsAway"),
            Map.entry(
                    "access.issuer.IssuerReadiness.call",
                    "EverythingAwayTest.anIssuerThatNeverAnswersIsSaidOnceHoweverOftenReadinessIsAsked"),
            Map.entry(
                    "audit.Refusals.start",
                    "EverythingAwayTest.refusalsThatCannotBeWrittenAreCountedInALineAndTheNextAreTried"),
            Map.entry(
                    "discovery.DiscoveredCapabilities.readAgain",
                    "EverythingAwayTest.aDiscoveryDocumentThatIsGoneIsSaidOnceAndAskedForAgain"),
            Map.entry(
                    "http.BodyReception.start",
                    "EverythingAwayTest.aCallerWhoGoesAwayBeforeItsBodyLeavesNothingInTheLog"),
            Map.entry("http.HeldRefusals.later", "http.HeldRefusalsTest.aCallerWhoGoesAwayMakesRoom"),
            Map.entry(
                    "outbound.GuardedClientProducer.lookUps",
                    "outbound.GuardedClientTest.aNameServerThatDoesNotAnswerIsNotWaitedFor"),
            Map.entry(
                    "connection.EndedConnections.count",
                    "connection.ConnectionLimitsTest.whereAllHaveRequestsOneMoreIsEndedAndCounted"),
            Map.entry(
                    "connection.Watch.lookAgain",
                    "connection.ConnectionLimitsTest.aConnectionThatNeverAsksForAnythingIsEnded"),
            Map.entry(
                    "http.UnfinishedRequests.afterTheRest",
                    "http.Http2FloodTest.anAnswerToAnUnfinishedRequestEndsItsStream")));

    private static final Set<String> OF_VERTX =
            Set.of("setTimer", "setPeriodic", "timer", "timerStream", "periodicStream");
    private static final Set<String> OF_MUTINY =
            Set.of("ifNoItem", "delayIt", "ticks", "withBackOff", "withJitter", "delayUntil", "pollAtInterval");
    private static final Set<String> OF_FUTURES = Set.of("delayedExecutor", "orTimeout", "completeOnTimeout");

    /** Without what is left out of the product. */
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("io.registrar")
            .that(resideOutsideOfPackage("io.registrar.dev.."));

    @Test
    void eachOfThemHasACaseAndEachCaseIsOfOne() {
        assertEquals(CASES.keySet(), scheduling());
    }

    static Set<String> tests() {
        return new TreeSet<>(CASES.values());
    }

    @ParameterizedTest
    @MethodSource("tests")
    void eachCaseIsATest(String name) throws ClassNotFoundException {
        int end = name.lastIndexOf('.');
        Class<?> of = Class.forName(
                "io.registrar." + name.substring(0, end), false, getClass().getClassLoader());
        assertTrue(
                Stream.of(of.getDeclaredMethods())
                        .filter(method -> method.getName().equals(name.substring(end + 1)))
                        .anyMatch(method -> method.isAnnotationPresent(Test.class)
                                || method.isAnnotationPresent(ParameterizedTest.class)),
                name);
    }

    private static Set<String> scheduling() {
        Stream<JavaCodeUnit> calling = SERVICE.stream()
                .flatMap(it -> Stream.of(it.getMethodCallsFromSelf(), it.getConstructorCallsFromSelf())
                        .flatMap(Set::stream)
                        .filter(call -> schedules(call.getTarget()))
                        .map(call -> call.getOrigin()));
        Stream<JavaCodeUnit> referring = SERVICE.stream()
                .flatMap(it -> Stream.of(it.getMethodReferencesFromSelf(), it.getConstructorReferencesFromSelf())
                        .flatMap(Set::stream)
                        .filter(reference -> schedules(reference.getTarget()))
                        .map(reference -> reference.getOrigin()));
        Stream<JavaCodeUnit> annotated = SERVICE.stream()
                .flatMap(it -> it.getMethods().stream())
                .filter(method -> method.isAnnotatedWith("io.quarkus.scheduler.Scheduled"))
                .map(method -> method);
        return Stream.of(calling, referring, annotated)
                .flatMap(it -> it)
                .map(unit -> (unit.getOwner().getName() + "." + unit.getName()).substring("io.registrar.".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean schedules(CodeUnitAccessTarget target) {
        JavaClass owner = target.getOwner();
        String name = target.getName();
        return (owner.getPackageName().startsWith("io.vertx.") && OF_VERTX.contains(name))
                || (owner.getPackageName().startsWith("io.smallrye.mutiny") && OF_MUTINY.contains(name))
                || (owner.isAssignableTo(CompletableFuture.class) && OF_FUTURES.contains(name))
                || (isScheduler(owner) && name.startsWith("schedule"))
                || makesThreads(owner, name);
    }

    private static boolean isScheduler(JavaClass owner) {
        return owner.isAssignableTo(ScheduledExecutorService.class)
                || owner.isAssignableTo("io.netty.util.concurrent.EventExecutorGroup")
                || owner.isAssignableTo("io.quarkus.scheduler.Scheduler")
                || owner.isAssignableTo("java.util.Timer");
    }

    private static boolean makesThreads(JavaClass owner, String name) {
        boolean isMade = name.equals("<init>");
        return owner.isEquivalentTo(Executors.class)
                || (isMade
                        && (owner.isAssignableTo(Thread.class)
                                || owner.isAssignableTo(ThreadPoolExecutor.class)
                                || owner.isAssignableTo(ForkJoinPool.class)));
    }
}
