package io.registrar.identityserver;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/**
 * A stock Spring Authorization Server that honours every client registered with Registrar and can write none: an
 * example to copy. It reads one view of the store with a login that may do nothing else.
 */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
public class IdentityServer {

    public static void main(String[] arguments) {
        SpringApplication.run(IdentityServer.class, arguments);
    }
}
