package io.registrar.registration;

import io.registrar.access.Admission;
import io.registrar.audit.AuditEvent;
import io.registrar.audit.AuditEvent.Origin;
import io.registrar.credential.Caller;
import io.registrar.credential.IssuedCredentials;
import io.registrar.http.TooManyRequestsException;
import io.registrar.metadata.ClientMetadataValidator;
import io.registrar.metadata.InvalidClientMetadataException;
import io.registrar.metadata.MetadataReader;
import io.registrar.metadata.MetadataRequest;
import io.registrar.metadata.ValidatedClient;
import io.registrar.metadata.policy.Entitlement;
import io.registrar.store.ClientConfigurationStore;
import io.registrar.store.NewClient;
import jakarta.enterprise.context.ApplicationScoped;

/** The way of a registration, from the request's bytes to the answer's (RFC 7591 section 3). */
@ApplicationScoped
public class Registration {

    private final MetadataReader reader;
    private final ClientMetadataValidator validator;
    private final RemoteReferences references;
    private final CredentialIssuer issuer;
    private final RegistrationRates rates;
    private final ClientConfigurationStore store;
    private final ClientInformation information;
    private final ValidationResponse validation;

    Registration(
            MetadataReader reader,
            ClientMetadataValidator validator,
            RemoteReferences references,
            CredentialIssuer issuer,
            RegistrationRates rates,
            ClientConfigurationStore store,
            ClientInformation information,
            ValidationResponse validation) {
        this.reader = reader;
        this.validator = validator;
        this.references = references;
        this.issuer = issuer;
        this.rates = rates;
        this.store = store;
        this.information = information;
        this.validation = validation;
    }

    /**
     * Registers a client.
     *
     * @param admission who registers it
     * @param entitlement what the caller may register
     * @param body client metadata as a JSON document
     * @throws InvalidClientMetadataException when the metadata is refused; nothing is stored then
     * @throws TooManyRequestsException when the caller registers faster than its policy allows
     */
    public ClientInformationResponse register(
            Admission admission, Entitlement entitlement, Origin origin, byte[] body) {
        Caller caller = admission.caller();
        ValidatedClient client = validator.validate(reader.read(body), entitlement);
        references.check(client, caller);
        IssuedCredentials issued = issuer.issue(client);
        AuditEvent event = AuditEvent.registered(issued.clientId(), issued.issuedAt(), caller, origin);
        NewClient registered = new NewClient(client, issued, caller, admission.tenant(), event);
        // Rendered inside the transaction: a client whose secret nobody was told must not stay (reference, D.8).
        return rates.within(
                client.policy(),
                caller,
                origin,
                () -> store.register(registered, stored -> information.issued(stored, issued)));
    }

    /**
     * Goes the same way up to where something would be issued or stored, and no further.
     *
     * @param entitlement what the caller may register
     * @param body client metadata as a JSON document
     * @return the effective metadata with warnings, a JSON document in UTF-8
     * @throws InvalidClientMetadataException exactly when {@link #register} would
     */
    public byte[] validate(Caller caller, Entitlement entitlement, byte[] body) {
        MetadataRequest request = reader.read(body);
        ValidatedClient client = validator.validate(request, entitlement);
        references.check(client, caller);
        return validation.of(request, client.metadata());
    }
}
