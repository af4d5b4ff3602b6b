package io.registrar.metadata;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference A.4. */
class LogoutMemberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "| web | 'post_logout_redirect_uris':['https://app.example.com/out'] | +",
                "| web | 'post_logout_redirect_uris':['https://other.example/out?x=1','http://127.0.0.1:8080/'] | +",
                "| web | 'post_logout_redirect_uris':[] | +",
                "| web | 'post_logout_redirect_uris':['https://a.example/#x'] | /post_logout_redirect_uris/0",
                "| web | 'post_logout_redirect_uris':['https://a.example/','https://a.example/'] | /post_logout_redirect_uris/1",
                "| web | 'post_logout_redirect_uris':['https://a.example/a,b'] | /post_logout_redirect_uris/0",
                "| web | 'post_logout_redirect_uris':['com.example.app:/out'] | /post_logout_redirect_uris/0",
                "| web | 'post_logout_redirect_uris':['http://localhost/out'] | /post_logout_redirect_uris/0",
                "| web | 'post_logout_redirect_uris':'https://a.example/' | /post_logout_redirect_uris",
                "| native | 'post_logout_redirect_uris':['com.example.app:/out','http://localhost/'] | +",
                "| native | 'post_logout_redirect_uris':['https://127.0.0.1/'] | /post_logout_redirect_uris/0",
                "| native | 'post_logout_redirect_uris':['javascript:alert(1)'] | /post_logout_redirect_uris/0",
                "| machine | 'post_logout_redirect_uris':[] | + 'post_logout_redirect_uris':null",
                "| machine | 'post_logout_redirect_uris':['https://a.example/'] | /post_logout_redirect_uris",
                // http beyond the loopback: for confidential clients, by switch.
                "| web | 'post_logout_redirect_uris':['http://app.example.com/'] | /post_logout_redirect_uris/0",
                "allow-http-logout=true | web | 'post_logout_redirect_uris':['http://app.example.com/'] | +",
                "allow-http-logout=true | public | 'post_logout_redirect_uris':['https://a.example/','http://a.example/'] | /post_logout_redirect_uris/1",
                "allow-http-logout=true | public | 'post_logout_redirect_uris':['http://127.0.0.1/'] | +",
                // The same site, by switch: the host, not the port.
                "same-site-logout=true | web | 'post_logout_redirect_uris':['https://app.example.com:8443/out'] | +",
                "same-site-logout=true | web | 'post_logout_redirect_uris':['https://APP.example.com/out'] | +",
                "same-site-logout=true | web | 'post_logout_redirect_uris':['https://example.com/out'] | /post_logout_redirect_uris/0",
                "same-site-logout=true | native | 'post_logout_redirect_uris':['com.example.app:/out'] | +",
                // The hosts of redirects are those of all redirects.
                "denied-redirect-hosts=*.evil.example | web | 'post_logout_redirect_uris':['https://x.evil.example/'] | /post_logout_redirect_uris/0",
                "allowed-redirect-hosts=app.example.com | web | 'post_logout_redirect_uris':['https://a.example/'] | /post_logout_redirect_uris/0",
                "refuse-ip-hosts=true | web | 'post_logout_redirect_uris':['https://192.0.2.1/'] | /post_logout_redirect_uris/0",
                // X27
                "| web | 'frontchannel_logout_uri':'https://app.example.com/out?x=1' | +",
                "| web | 'frontchannel_logout_uri':'https://APP.example.com:443/out' | +",
                "| web | 'frontchannel_logout_uri':'https://app.example.com:8443/out' | /frontchannel_logout_uri",
                "| web | 'frontchannel_logout_uri':'https://example.com/out' | /frontchannel_logout_uri",
                "| web | 'frontchannel_logout_uri':'https://app.example.com/#' | /frontchannel_logout_uri",
                "| web | 'frontchannel_logout_uri':'http://app.example.com/' | /frontchannel_logout_uri",
                "| web | 'frontchannel_logout_uri':'' | /frontchannel_logout_uri",
                "| native | 'frontchannel_logout_uri':'com.example.app:/cb' | /frontchannel_logout_uri",
                "| machine | 'frontchannel_logout_uri':'https://app.example.com/' | /frontchannel_logout_uri",
                "allow-http-logout=true | web | 'redirect_uris':['http://127.0.0.1/cb'],'frontchannel_logout_uri':'http://127.0.0.1/out' | +",
                "allow-http-logout=true | web | 'frontchannel_logout_uri':'http://app.example.com/' | /frontchannel_logout_uri",
                "allow-http-logout=true | public | 'frontchannel_logout_uri':'http://app.example.com/' | /frontchannel_logout_uri",
                "allow-http-logout=true | public | 'redirect_uris':['x'],'frontchannel_logout_uri':'http://a.example/' | /redirect_uris/0 /frontchannel_logout_uri",
                // Needs no address beside it.
                "| web | 'frontchannel_logout_session_required':true | +",
                "| web | 'backchannel_logout_session_required':true | +",
                "| web | | + 'frontchannel_logout_session_required':false,'backchannel_logout_session_required':false",
                "| web | 'backchannel_logout_session_required':'true' | /backchannel_logout_session_required",
                "| machine | | + 'frontchannel_logout_session_required':null,'backchannel_logout_session_required':null",
                // The identity server calls it, so it leads to no private network.
                "| web | 'backchannel_logout_uri':'https://a.example/out?x=1' | +",
                "| device | 'backchannel_logout_uri':'https://a.example/out' | +",
                "| web | 'backchannel_logout_uri':'https://a.example/#x' | /backchannel_logout_uri",
                "| web | 'backchannel_logout_uri':'https://10.0.0.1/' | /backchannel_logout_uri",
                "| web | 'backchannel_logout_uri':'https://localhost/' | /backchannel_logout_uri",
                "| web | 'backchannel_logout_uri':'https://169.254.169.254/' | /backchannel_logout_uri",
                "| web | 'backchannel_logout_uri':'http://a.example/' | /backchannel_logout_uri",
                "allow-http-logout=true | web | 'backchannel_logout_uri':'http://a.example/' | +",
                "allow-http-logout=true | public | 'backchannel_logout_uri':'http://a.example/' | /backchannel_logout_uri",
                "allow-http-logout=true | public | 'backchannel_logout_uri':'https://a.example/' | +"
            })
    void membersAboutLogout(String settings, String kind, String members, String outcome) {
        Registrations.withSettings(settings).expect(Json.client(kind, members), outcome);
    }
}
