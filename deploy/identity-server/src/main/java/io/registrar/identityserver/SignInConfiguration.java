package io.registrar.identityserver;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** The protocol's endpoints, the login page, and who can sign in there. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    @Bean
    AuthorizationServerSettings addresses(IdentitySettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.issuer().toString())
                .build();
    }

    /** The server's own registration endpoint stays off: the discovery documents name Registrar's. */
    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http, IdentitySettings settings, PublishedMetadata published) {
        String registration = settings.registration().endpoint().toString();
        LoginUrlAuthenticationEntryPoint login = new LoginUrlAuthenticationEntryPoint("/login");
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.clientAuthentication(clients -> clients.authenticationProviders(
                            providers -> verifyAssertions(providers, new ClientAssertionKeys(published))));
                    server.authorizationServerMetadataEndpoint(
                            document -> document.authorizationServerMetadataCustomizer(
                                    metadata -> metadata.clientRegistrationEndpoint(registration)));
                    server.oidc(oidc -> oidc.providerConfigurationEndpoint(
                            document -> document.providerConfigurationCustomizer(
                                    metadata -> metadata.clientRegistrationEndpoint(registration))));
                })
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers("/oauth2/authorize").access(new RecentLogin(published))
                        .anyRequest().authenticated())
                .exceptionHandling(refusals -> refusals
                        .defaultAuthenticationEntryPointFor(login, new MediaTypeRequestMatcher(MediaType.TEXT_HTML))
                        .defaultDeniedHandlerForMissingAuthority(login, FactorGrantedAuthority.PASSWORD_AUTHORITY))
                .build();
    }

    private static void verifyAssertions(List<AuthenticationProvider> providers, ClientAssertionKeys keys) {
        for (AuthenticationProvider provider : providers) {
            if (provider instanceof JwtClientAssertionAuthenticationProvider assertions) {
                assertions.setJwtDecoderFactory(keys);
            }
        }
    }

    @Bean
    @Order(2)
    SecurityFilterChain signIn(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests
                        // Else a refusal by the protocol's endpoints, such as 400, would turn into a redirect to the login page.
                        .requestMatchers("/error").permitAll()
                        .anyRequest().authenticated())
                .formLogin(Customizer.withDefaults())
                .build();
    }

    /** People choose weak passwords, so theirs have a slow hash of their own. Replace this with your user store. */
    @Bean
    AuthenticationProvider users(IdentitySettings settings) {
        PasswordEncoder slow = new BCryptPasswordEncoder();
        DaoAuthenticationProvider users = new DaoAuthenticationProvider(
                new InMemoryUserDetailsManager(User.withUsername(settings.demo().username())
                        .password(slow.encode(settings.demo().password()))
                        .build()));
        users.setPasswordEncoder(slow);
        return users;
    }
}
