package io.registrar.metadata;

import static io.registrar.metadata.MetadataField.declare;

import com.fasterxml.jackson.databind.node.BooleanNode;
import io.registrar.metadata.capability.Feature;
import io.registrar.metadata.value.ArrayRule;
import io.registrar.metadata.value.BooleanRule;
import io.registrar.metadata.value.FetchRule;
import io.registrar.metadata.value.FrontChannelUriRule;
import io.registrar.metadata.value.Limit;
import io.registrar.metadata.value.RedirectUriRule;
import java.util.List;

/** The members of the OpenID Connect logout specifications (reference A.4). */
final class LogoutFields {

    static final MetadataField POST_LOGOUT_REDIRECT_URIS = declare(
                    "post_logout_redirect_uris", ArrayRule.of(RedirectUriRule.afterLogout(), Limit.REDIRECT_URIS))
            .onlyFor(Applicability.AUTHORIZATION_CODE)
            .followedBy(Follower.BROWSER)
            .is("Where the user may be sent after signing out; compared letter by letter.", "RP-Initiated Logout §3.1");

    static final MetadataField FRONTCHANNEL_LOGOUT_URI = declare("frontchannel_logout_uri", new FrontChannelUriRule())
            .onlyFor(Applicability.AUTHORIZATION_CODE)
            .needs(Feature.FRONTCHANNEL_LOGOUT)
            .followedBy(Follower.BROWSER)
            .is("A page of the client that ends its session in the user's browser.", "Front-Channel Logout §2");

    static final MetadataField BACKCHANNEL_LOGOUT_URI = declare("backchannel_logout_uri", FetchRule.afterLogout())
            .appliesTo(Applicability.USER_GRANT)
            .needs(Feature.BACKCHANNEL_LOGOUT)
            .followedBy(Follower.OTHERS)
            .is("Where the identity server tells the client that a session has ended.", "Back-Channel Logout §2.2");

    private LogoutFields() {}

    static List<MetadataField> logout() {
        return List.of(
                POST_LOGOUT_REDIRECT_URIS,
                FRONTCHANNEL_LOGOUT_URI,
                session("frontchannel_logout_session_required", Feature.FRONTCHANNEL_LOGOUT_SESSION)
                        .is("Whether the page must be told which session ends.", "Front-Channel Logout §2"),
                BACKCHANNEL_LOGOUT_URI,
                session("backchannel_logout_session_required", Feature.BACKCHANNEL_LOGOUT_SESSION)
                        .is("Whether the client must be told which session ended.", "Back-Channel Logout §2.2"));
    }

    private static MetadataField.Declaration session(String name, Feature feature) {
        return declare(name, new BooleanRule())
                .absent(FieldDefault.of(BooleanNode.FALSE))
                .appliesTo(Applicability.USER_GRANT)
                .needs(feature);
    }
}
