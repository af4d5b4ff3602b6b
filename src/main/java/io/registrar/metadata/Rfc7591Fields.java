package io.registrar.metadata;

import static io.registrar.metadata.MetadataField.declare;

import io.registrar.metadata.capability.Capability;
import io.registrar.metadata.value.ArrayRule;
import io.registrar.metadata.value.AuthenticationMethodRule;
import io.registrar.metadata.value.ClientNameRule;
import io.registrar.metadata.value.ContactRule;
import io.registrar.metadata.value.EnumRule;
import io.registrar.metadata.value.FetchRule;
import io.registrar.metadata.value.JwkSetRule;
import io.registrar.metadata.value.Limit;
import io.registrar.metadata.value.PageRule;
import io.registrar.metadata.value.RedirectUriRule;
import io.registrar.metadata.value.ResponseTypeRule;
import io.registrar.metadata.value.ScopeRule;
import io.registrar.metadata.value.UnacceptedRule;
import io.registrar.metadata.value.VisibleTextRule;
import java.util.List;

/** The members of RFC 7591 §2 (reference A.1). */
final class Rfc7591Fields {

    private static final String SECTION = "RFC 7591 §2";
    private static final int LONGEST_SOFTWARE_ID = 255;
    private static final int LONGEST_SOFTWARE_VERSION = 100;

    static final MetadataField REDIRECT_URIS = declare(
                    "redirect_uris", ArrayRule.of(new RedirectUriRule(), Limit.REDIRECT_URIS))
            .judgedIn(Stage.REDIRECT_URIS)
            .refusedWith(ErrorCode.INVALID_REDIRECT_URI)
            .followedBy(Follower.BROWSER)
            .is("Where the authorization server may send the user back to; compared letter by letter.", SECTION);

    static final MetadataField TOKEN_ENDPOINT_AUTH_METHOD = declare(
                    "token_endpoint_auth_method", new AuthenticationMethodRule())
            .judgedIn(Stage.AUTHENTICATION)
            .within(Capability.TOKEN_ENDPOINT_AUTH_METHODS)
            .chosenFrom("token_endpoint_auth_methods_supported")
            .absent(Defaults.TOKEN_ENDPOINT_AUTH_METHOD)
            .is("How the client authenticates at the token endpoint.", SECTION);

    static final MetadataField GRANT_TYPES = declare(
                    "grant_types", ArrayRule.nonEmpty(new EnumRule(GrantType.ALL), Limit.fixed(GrantType.ALL.size())))
            .judgedIn(Stage.GRANTS_AND_RESPONSES)
            .within(Capability.GRANT_TYPES)
            .absent(Defaults.GRANT_TYPES)
            .is("The grants the client will use at the token endpoint.", SECTION);

    static final MetadataField RESPONSE_TYPES = declare(
                    "response_types", ArrayRule.of(new ResponseTypeRule(), Limit.fixed(ResponseTypeRule.ALL.size())))
            .judgedIn(Stage.GRANTS_AND_RESPONSES)
            .within(Capability.RESPONSE_TYPES)
            .absent(Defaults.RESPONSE_TYPES)
            .is("What the client will ask of the authorization endpoint.", SECTION);

    static final MetadataField CLIENT_NAME = declare("client_name", ClientNameRule.rule())
            .localizable()
            .is("The name of the client that users see.", SECTION);

    static final MetadataField SCOPE = declare("scope", new ScopeRule())
            .absent(Defaults.SCOPE)
            .is("The scopes the client may ask for, with single spaces between.", SECTION);

    static final MetadataField JWKS_URI = declare("jwks_uri", new FetchRule())
            .judgedIn(Stage.AUTHENTICATION)
            .followedBy(Follower.OTHERS)
            .is("Where the client publishes its public keys.", SECTION);

    static final MetadataField JWKS = declare("jwks", new JwkSetRule())
            .judgedIn(Stage.AUTHENTICATION)
            .is("The public keys of the client, by value.", SECTION);

    private Rfc7591Fields() {}

    static List<MetadataField> rfc7591() {
        return List.of(
                REDIRECT_URIS,
                TOKEN_ENDPOINT_AUTH_METHOD,
                GRANT_TYPES,
                RESPONSE_TYPES,
                CLIENT_NAME,
                page("client_uri", "A page about the client."),
                page("logo_uri", "A picture that stands for the client."),
                page("tos_uri", "The terms of service of the client."),
                page("policy_uri", "How the client treats its users' data."),
                SCOPE,
                declare("contacts", ArrayRule.of(ContactRule.rule(), Limit.CONTACTS))
                        .followedBy(Follower.OTHERS)
                        .is("How to reach the people behind the client; use role addresses.", SECTION),
                JWKS_URI,
                JWKS,
                declare("software_id", new VisibleTextRule(LONGEST_SOFTWARE_ID))
                        .is("Names the software of which the client is an instance.", SECTION),
                declare("software_version", new VisibleTextRule(LONGEST_SOFTWARE_VERSION))
                        .is("The version of that software.", SECTION),
                declare("software_statement", new UnacceptedRule("not accepted here; leave the member out"))
                        .judgedIn(Stage.SOFTWARE_STATEMENT)
                        .refusedWith(ErrorCode.INVALID_SOFTWARE_STATEMENT)
                        .is("A signed statement about the software; not accepted at present.", "RFC 7591 §2.3"));
    }

    private static MetadataField page(String name, String description) {
        return declare(name, new PageRule())
                .localizable()
                .displayOnly()
                .followedBy(Follower.OTHERS)
                .is(description, SECTION);
    }
}
