package io.registrar.metadata;

import java.util.Optional;
import java.util.Set;

/**
 * A rule about how members go together. Pure: it reads the effective metadata and reports; it never throws for a
 * client's mistake. While a member it reads is in violation, it is not asked, so that one mistake is one violation.
 */
public interface MetadataRule {

    /** The members it reads; it sees no others. */
    Set<MetadataField> reads();

    /**
     * Members among them that it takes element by element with {@link RuleContext#judge}: a bad element keeps the rule
     * from that element only.
     */
    default Set<MetadataField> readsByElement() {
        return Set.of();
    }

    /** The member without which it has nothing to say; empty for a rule that is always asked. */
    default Optional<MetadataField> about() {
        return Optional.empty();
    }

    /** Reports what is wrong. */
    void check(ClientMetadata metadata, RuleContext context);
}
