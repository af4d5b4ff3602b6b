package io.registrar.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.registrar.metadata.capability.Capability;
import io.registrar.metadata.capability.Feature;
import io.registrar.metadata.key.KeyUse;
import io.registrar.metadata.value.ArrayRule;
import io.registrar.metadata.value.Limit;
import io.registrar.metadata.value.ValueRule;
import io.registrar.metadata.value.VisibleTextRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The one declaration of a metadata member: reading, checking, defaults, responses, OpenAPI and documentation all
 * follow from it.
 */
public final class MetadataField {

    private static final Limit MOST_CHOICES = Limit.fixed(30);
    private static final int LONGEST_CHOICE = 255;

    private final Declaration declared;

    private MetadataField(Declaration declared) {
        this.declared = declared;
    }

    static Declaration declare(String name, ValueRule value) {
        return new Declaration(name, value);
    }

    /** The name on the wire. */
    public String name() {
        return declared.name;
    }

    /** What its value must be. */
    public ValueRule value() {
        return declared.value;
    }

    /** A sound value as it is registered: in its one spelling, numbers as a store gives them back. */
    public JsonNode registered(JsonNode sound) {
        return StoredJson.asStored(value().canonical(sound).deepCopy());
    }

    /** What an absent member means. */
    public FieldDefault absent() {
        return declared.absent;
    }

    /** What it is whatever the client says; usually nothing. */
    public FieldDefault forced() {
        return declared.forced;
    }

    /** Whether {@code name#language-tag} variants exist (RFC 7591 §2.2). */
    public boolean localizable() {
        return declared.localizable;
    }

    /** Whether it is only shown to users, so that a deployment may drop a value that it does not want. */
    public boolean displayOnly() {
        return declared.displayOnly;
    }

    /** When it is judged. */
    public Stage stage() {
        return declared.stage;
    }

    /** The code of its violations. */
    public ErrorCode error() {
        return declared.error;
    }

    /** The clients it means something for. */
    public Applicability applicability() {
        return declared.applicability;
    }

    /** The clients that may send it at all; for others it is refused, not passed over (reference X22, X23). */
    public Applicability requirement() {
        return declared.requirement;
    }

    /** What bounds its values beside its rule: a list of kinds that the identity server can do. */
    public Optional<Capability> capability() {
        return Optional.ofNullable(declared.capability);
    }

    /** What the identity server must be able to do before the member, or the value {@code true}, means anything. */
    public Optional<Feature> feature() {
        return Optional.ofNullable(declared.feature);
    }

    /** The member without which this one means nothing (reference X12). */
    public Optional<MetadataField> companion() {
        return Optional.ofNullable(declared.companion);
    }

    /** The kind of key that the client must have, unless the value is {@code false} (reference X9, X10). */
    public Optional<KeyUse> keyNeeded() {
        return Optional.ofNullable(declared.keyNeeded);
    }

    /** The list from which the server may choose instead (OpenID Connect RP Metadata Choices 1.0). */
    public Optional<String> choices() {
        return Optional.ofNullable(declared.choices);
    }

    /** The declaration of that list, which may name what this service never heard of; it is input only. */
    Optional<MetadataField> choiceList() {
        ValueRule values = ArrayRule.of(new VisibleTextRule(LONGEST_CHOICE), MOST_CHOICES);
        return choices().map(list -> declare(list, values)
                .is("What the server may choose " + name() + " from.", "RP Metadata Choices §2"));
    }

    /** Who goes where it leads, which every URI says of itself; empty for what is none. */
    public Optional<Follower> followedBy() {
        return Optional.ofNullable(declared.follower);
    }

    /** The least trusted caller that may set it. */
    public TrustTier tier() {
        return declared.tier;
    }

    /** Whether this deployment knows the member; one that it does not know is ignored as any unknown one. */
    public boolean isOffered(MetadataPolicy policy) {
        return declared.offered.test(policy);
    }

    /** What it is, in one sentence. */
    public String description() {
        return declared.description;
    }

    /** The specification and section that define it. */
    public String source() {
        return declared.source;
    }

    /** A JSON schema of the member as registered: plain maps, lists, strings and numbers. */
    public Map<String, Object> jsonSchema() {
        return described(value().jsonSchema());
    }

    /** The same of the member as it may be sent, if it is. */
    public Map<String, Object> requestSchema() {
        return described(value().requestSchema());
    }

    private Map<String, Object> described(Map<String, Object> value) {
        Map<String, Object> schema = new LinkedHashMap<>(value);
        schema.merge("description", description() + " (" + source() + ")", (of, member) -> member + " " + of);
        return schema;
    }

    @Override
    public String toString() {
        return name();
    }

    /** Collects the parts of a declaration; what is not said takes the usual value. */
    static final class Declaration {
        private final String name;
        private final ValueRule value;
        private FieldDefault absent = FieldDefault.none();
        private FieldDefault forced = FieldDefault.none();
        private boolean localizable;
        private boolean displayOnly;
        private Stage stage = Stage.REMAINING;
        private ErrorCode error = ErrorCode.INVALID_CLIENT_METADATA;
        private Applicability applicability = Applicability.ALWAYS;
        private Applicability requirement = Applicability.ALWAYS;
        private Capability capability;
        private Feature feature;
        private MetadataField companion;
        private KeyUse keyNeeded;
        private String choices;
        private Follower follower;
        private TrustTier tier = TrustTier.ANONYMOUS;
        private Predicate<MetadataPolicy> offered = policy -> true;
        private String description = "";
        private String source = "";

        private Declaration(String name, ValueRule value) {
            this.name = name;
            this.value = value;
        }

        Declaration absent(FieldDefault meaning) {
            this.absent = meaning;
            return this;
        }

        Declaration forcedTo(FieldDefault value) {
            this.forced = value;
            return this;
        }

        Declaration localizable() {
            this.localizable = true;
            return this;
        }

        Declaration displayOnly() {
            this.displayOnly = true;
            return this;
        }

        Declaration judgedIn(Stage judged) {
            this.stage = judged;
            return this;
        }

        Declaration refusedWith(ErrorCode code) {
            this.error = code;
            return this;
        }

        /** For other clients it is neither kept nor returned. */
        Declaration appliesTo(Applicability clients) {
            this.applicability = clients;
            return this;
        }

        /** For other clients it is refused. */
        Declaration onlyFor(Applicability clients) {
            this.requirement = clients;
            return appliesTo(clients);
        }

        Declaration within(Capability bound) {
            this.capability = bound;
            return this;
        }

        Declaration needs(Feature needed) {
            this.feature = needed;
            return this;
        }

        Declaration beside(MetadataField other) {
            this.companion = other;
            return this;
        }

        Declaration needsKeyFor(KeyUse use) {
            this.keyNeeded = use;
            return this;
        }

        Declaration chosenFrom(String list) {
            this.choices = list;
            return this;
        }

        Declaration followedBy(Follower who) {
            this.follower = who;
            return this;
        }

        Declaration from(TrustTier least) {
            this.tier = least;
            return this;
        }

        Declaration offeredIf(Predicate<MetadataPolicy> condition) {
            this.offered = condition;
            return this;
        }

        MetadataField is(String sentence, String specification) {
            this.description = sentence;
            this.source = specification;
            return new MetadataField(this);
        }
    }
}
