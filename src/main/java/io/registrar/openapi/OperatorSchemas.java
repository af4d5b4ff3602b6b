package io.registrar.openapi;

import static io.registrar.openapi.Schemas.nothing;
import static io.registrar.openapi.Schemas.object;
import static io.registrar.openapi.Schemas.reference;
import static io.registrar.openapi.Schemas.text;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The JSON schemas of what owners and operators see. */
final class OperatorSchemas {

    static final String CLIENT_RECORD = "ClientRecord";
    static final String CLIENT_PAGE = "ClientPage";
    static final String TOKEN_REQUEST = "InitialAccessTokenRequest";
    static final String TOKEN = "InitialAccessToken";
    static final String ISSUED_TOKEN = "IssuedInitialAccessToken";
    static final String TOKEN_PAGE = "InitialAccessTokenPage";

    private OperatorSchemas() {}

    static Schema clientRecord() {
        return object("A client with where it comes from; no secrets.")
                .addProperty("client_id", text("Its identifier."))
                .addProperty("metadata", reference(Schemas.REGISTERED_METADATA))
                .addProperty(
                        "registered_by",
                        caller("Who registered it.").addProperty("token_id", text("The id of the token used for it.")))
                .addProperty("policy", text("The registration policy that bounds it."))
                .addProperty("tenant", text("Its label."))
                .addProperty("enabled", flag("Whether identity servers see it."))
                .addProperty("protected", flag("Whether its deletion is forbidden."))
                .addProperty("version", number("Counts what is done to it."))
                .addProperty("created_at", time("When it was registered"))
                .addProperty("updated_at", time("When it was last replaced"))
                .addProperty("expires_at", time("When it ends; not there for never"))
                .required(List.of(
                        "client_id",
                        "metadata",
                        "registered_by",
                        "policy",
                        "tenant",
                        "enabled",
                        "protected",
                        "version",
                        "created_at",
                        "updated_at"))
                .additionalPropertiesSchema(nothing());
    }

    static Schema clientPage() {
        return page("clients", CLIENT_RECORD);
    }

    static Schema tokenRequest() {
        return object("What an initial access token is to allow. Unknown members are refused.")
                .addProperty("label", text("What it is for.").maxLength(200))
                .addProperty(
                        "expires_in", number("How many seconds it is good for.").minimum(BigDecimal.valueOf(60)))
                .addProperty("not_before", time("When its time begins"))
                .addProperty(
                        "max_uses",
                        number("How many registrations it is good for.").minimum(BigDecimal.ONE))
                .addProperty("policy", text("The registration policy of its clients."))
                .addProperty("limits", object("Bounds that narrow the policy further."))
                .addProperty("tenant", text("The label of its clients.").maxLength(100))
                .additionalPropertiesSchema(nothing());
    }

    static Schema token() {
        return tokenProperties("An initial access token (RFC 7591 section 1.2), without its characters.")
                .additionalPropertiesSchema(nothing());
    }

    static Schema issuedToken() {
        return tokenProperties("An initial access token with its characters, which are shown this once.")
                .addProperty("initial_access_token", text("The token."))
                .addRequired("initial_access_token")
                .additionalPropertiesSchema(nothing());
    }

    static Schema tokenPage() {
        return page("initial_access_tokens", TOKEN);
    }

    private static Schema tokenProperties(String description) {
        return object(description)
                .addProperty("id", text("How it is named here; not secret."))
                .addProperty("label", text("What it is for."))
                .addProperty("policy", text("The registration policy of its clients."))
                .addProperty("limits", object("Bounds that narrow the policy further."))
                .addProperty("tenant", text("The label of its clients."))
                .addProperty("max_uses", number("How many registrations it is good for."))
                .addProperty("uses", number("How many there were."))
                .addProperty("issued_by", caller("Who issued it."))
                .addProperty("issued_at", time("When it was issued"))
                .addProperty("not_before", time("When its time begins"))
                .addProperty("expires_at", time("When its time ends"))
                .addProperty("revoked_at", time("When it was revoked; not there if it was not"))
                .required(List.of(
                        "id", "label", "policy", "tenant", "max_uses", "uses", "issued_by", "issued_at", "expires_at"));
    }

    private static Schema page(String items, String of) {
        return object("One page, newest first.")
                .addProperty(items, createSchema().addType(SchemaType.ARRAY).items(reference(of)))
                .addProperty("next", text("What to ask for the next page with (after); not there on the last one."))
                .required(List.of(items))
                .additionalPropertiesSchema(nothing());
    }

    private static Schema caller(String description) {
        return object(description)
                .addProperty("kind", text("The kind of credential."))
                .addProperty("issuer", text("The token's iss."))
                .addProperty("subject", text("The token's sub, or the initial access token's id."))
                .addProperty("client_id", text("The calling client."))
                .required(List.of("kind"));
    }

    private static Schema flag(String description) {
        return createSchema().addType(SchemaType.BOOLEAN).description(description);
    }

    private static Schema number(String description) {
        return createSchema().addType(SchemaType.INTEGER).format("int64").description(description);
    }

    private static Schema time(String description) {
        return number(description + ", in seconds since 1970-01-01 UTC.");
    }
}
