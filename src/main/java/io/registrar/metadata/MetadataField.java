package io.registrar.metadata;

import io.registrar.metadata.value.ValueRule;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The one declaration of a metadata member: reading, checking, defaults, responses, OpenAPI and documentation all
 * follow from it.
 */
public final class MetadataField {

    private final String name;
    private final ValueRule value;
    private final FieldDefault absent;
    private final boolean localizable;
    private final Stage stage;
    private final ErrorCode error;
    private final Applicability applicability;
    private final String description;
    private final String source;

    private MetadataField(Declaration declaration) {
        this.name = declaration.name;
        this.value = declaration.value;
        this.absent = declaration.absent;
        this.localizable = declaration.localizable;
        this.stage = declaration.stage;
        this.error = declaration.error;
        this.applicability = declaration.applicability;
        this.description = declaration.description;
        this.source = declaration.source;
    }

    static Declaration declare(String name, ValueRule value) {
        return new Declaration(name, value);
    }

    /** The name on the wire. */
    public String name() {
        return name;
    }

    /** What its value must be. */
    public ValueRule value() {
        return value;
    }

    /** What an absent member means. */
    public FieldDefault absent() {
        return absent;
    }

    /** Whether {@code name#language-tag} variants exist (RFC 7591 §2.2). */
    public boolean localizable() {
        return localizable;
    }

    /** When it is judged. */
    public Stage stage() {
        return stage;
    }

    /** The code of its violations. */
    public ErrorCode error() {
        return error;
    }

    /** The clients it means something for. */
    public Applicability applicability() {
        return applicability;
    }

    /** What it is, in one sentence. */
    public String description() {
        return description;
    }

    /** The specification and section that define it. */
    public String source() {
        return source;
    }

    /** A JSON schema of the member: plain maps, lists, strings and numbers. */
    public Map<String, Object> jsonSchema() {
        Map<String, Object> schema = new LinkedHashMap<>(value.jsonSchema());
        schema.put("description", description + " (" + source + ")");
        return schema;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Collects the parts of a declaration; what is not said takes the usual value. */
    static final class Declaration {
        private final String name;
        private final ValueRule value;
        private FieldDefault absent = FieldDefault.none();
        private boolean localizable;
        private Stage stage = Stage.REMAINING;
        private ErrorCode error = ErrorCode.INVALID_CLIENT_METADATA;
        private Applicability applicability = Applicability.ALWAYS;
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

        Declaration localizable() {
            this.localizable = true;
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

        Declaration appliesTo(Applicability clients) {
            this.applicability = clients;
            return this;
        }

        MetadataField is(String sentence, String specification) {
            this.description = sentence;
            this.source = specification;
            return new MetadataField(this);
        }
    }
}
