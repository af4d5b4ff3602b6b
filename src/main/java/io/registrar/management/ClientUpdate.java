package io.registrar.management;

import io.quarkus.security.AuthenticationFailedException;
import io.registrar.audit.AuditEvent;
import io.registrar.credential.Secret;
import io.registrar.metadata.ClientMetadataValidator;
import io.registrar.metadata.InvalidClientMetadataException;
import io.registrar.metadata.MetadataReader;
import io.registrar.metadata.MetadataUpdate;
import io.registrar.metadata.ValidatedClient;
import io.registrar.metadata.policy.Entitlement;
import io.registrar.metadata.policy.RegistrationPolicies;
import io.registrar.registration.ClientInformation;
import io.registrar.registration.ClientInformationResponse;
import io.registrar.registration.RemoteReferences;
import io.registrar.store.ClientConfigurationStore;
import io.registrar.store.LatestVersion;
import io.registrar.store.Replacement;
import io.registrar.store.Replacement.NewSecret;
import io.registrar.store.Replacement.NewToken;
import io.registrar.store.StoredClient;
import io.registrar.store.StoredClient.StoredSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The way of an update (RFC 7592 section 2.2): the new registration is made from the request alone, as if it were the
 * first, and put in the place of the old one. Nothing of the old metadata is merged into it.
 */
@ApplicationScoped
class ClientUpdate {

    private final MetadataReader reader;
    private final ClientMetadataValidator validator;
    private final RegistrationPolicies policies;
    private final RemoteReferences references;
    private final UpdateCredentials credentials;
    private final ClientConfigurationStore store;
    private final ClientInformation information;
    private final Clock clock;

    ClientUpdate(
            MetadataReader reader,
            ClientMetadataValidator validator,
            RegistrationPolicies policies,
            RemoteReferences references,
            UpdateCredentials credentials,
            ClientConfigurationStore store,
            ClientInformation information,
            Clock clock) {
        this.reader = reader;
        this.validator = validator;
        this.policies = policies;
        this.references = references;
        this.credentials = credentials;
        this.store = store;
        this.information = information;
        this.clock = clock;
    }

    /**
     * Replaces a client's registration.
     *
     * @throws InvalidClientMetadataException when the update is refused; nothing has changed then
     * @throws AuthenticationFailedException when the client is gone
     */
    ClientInformationResponse update(UpdateRequest request) {
        MetadataUpdate update = reader.readUpdate(request.body(), request.of().clientId());
        return LatestVersion.of(
                        () -> store.find(request.of().token().digest()), current -> replace(current, request, update))
                .orElseThrow(AuthenticationFailedException::new);
    }

    private Optional<ClientInformationResponse> replace(
            StoredClient current, UpdateRequest request, MetadataUpdate update) {
        request.of().ifMatch().check(current.version());
        refuseWrongSecret(current, update);
        // With the tier and the policy of the registration, and every rule of today: an update widens nothing
        // (reference, D.3).
        Entitlement entitlement = new Entitlement(current.tier(), policies.named(current.policy(), current.limits()));
        ValidatedClient client = validator.validate(update.request(), entitlement);
        references.checkChanges(client, current.metadata(), request.of().caller());
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<NewSecret> secret = credentials.secret(current, client, request.rotateSecret(), now);
        Optional<NewToken> token = credentials.token(request.of(), now);
        AuditEvent event = AuditEvent.updated(
                        current.clientId(),
                        now,
                        request.of().caller(),
                        request.of().origin())
                .naming(changes(current, client, secret, token));
        return store.replace(
                new Replacement(current, client, secret, token, now, event),
                stored -> information.updated(
                        stored,
                        secret.map(it -> it.issued().secret()),
                        token.map(NewToken::issued).orElse(request.of().token())));
    }

    private static void refuseWrongSecret(StoredClient current, MetadataUpdate update) {
        update.clientSecret().map(sent -> Secret.of(sent).digest()).ifPresent(sent -> {
            // Equality of digests takes constant time (reference, J.3).
            if (current.secret().filter(secret -> secret.digest().equals(sent)).isEmpty()) {
                throw MetadataUpdate.wrongSecret();
            }
        });
    }

    private static Set<String> changes(
            StoredClient current, ValidatedClient client, Optional<NewSecret> newSecret, Optional<NewToken> newToken) {
        Set<String> names = new TreeSet<>(client.metadata().differencesTo(current.metadata()));
        Optional<StoredSecret> destroyed = current.secret().filter(secret -> !client.needsSecret());
        if (newSecret.isPresent() || destroyed.isPresent()) {
            names.add("client_secret");
        }
        newToken.ifPresent(token -> names.add("registration_access_token"));
        return names;
    }
}
