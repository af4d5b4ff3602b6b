package io.registrar.metadata;

import io.registrar.metadata.policy.Entitlement;
import io.registrar.metadata.policy.RegistrationPolicy;
import io.registrar.testing.Settings;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Parsing and validation alone: from the bytes of a request to the client that would be registered, or the refusal. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ValidationBenchmark {

    /** A deployment with the defaults. */
    static final class Deployment {

        private static final Entitlement CALLER =
                new Entitlement(TrustTier.AUTHENTICATED, RegistrationPolicy.UNBOUNDED);

        private final MetadataReader reader;
        private final ClientMetadataValidator validator;

        Deployment() {
            MetadataPolicy policy = Settings.of(MetadataPolicy.class, Map.of());
            OutboundPolicy outbound = Settings.of(OutboundPolicy.class, Map.of());
            reader = new MetadataReader(policy);
            validator = new ClientMetadataValidator(policy, outbound, Set.of("reserved"));
        }

        ValidatedClient register(byte[] body) {
            return validator.validate(reader.read(body), CALLER);
        }

        Object judge(byte[] body) {
            try {
                return register(body);
            } catch (InvalidClientMetadataException refused) {
                return refused.violations();
            }
        }
    }

    /** Documents that are registered. */
    @State(Scope.Benchmark)
    public static class Legal {

        private final Deployment deployment = new Deployment();
        private final byte[] plain = Documents.octets(Documents.plain());
        private final byte[] largest = Documents.octets(Documents.largestLegal());

        /** Fails when one of them is not legal any more. */
        @Setup
        public void check() {
            deployment.register(plain);
            deployment.register(largest);
            System.out.printf("plain: %,d bytes, largest: %,d bytes%n", plain.length, largest.length);
        }
    }

    /** Documents that cost as much as their sender can make them. */
    @State(Scope.Benchmark)
    public static class Worst {

        /** What it is made of. */
        @Param
        public Documents.Hostile kind;

        /** Its size. */
        @Param({"128", "256"})
        public int kib;

        private final Deployment deployment = new Deployment();
        private byte[] body;

        /** Fails when the document is not of its size, so that the figures could not be compared. */
        @Setup
        public void make() {
            body = Documents.octets(kind.text(kib * 1024));
            if (body.length > kib * 1024 || body.length < kib * 1024 * 7 / 8) {
                throw new IllegalStateException(kind + " has " + body.length + " bytes");
            }
        }
    }

    /** 20 members. */
    @Benchmark
    public Object plain(Legal documents) {
        return documents.deployment.judge(documents.plain);
    }

    /** Nearly 256 KiB. */
    @Benchmark
    public Object largestLegal(Legal documents) {
        return documents.deployment.judge(documents.largest);
    }

    /** Twice the size may cost 2.5 times as much, no more. */
    @Benchmark
    public Object worst(Worst document) {
        return document.deployment.judge(document.body);
    }
}
