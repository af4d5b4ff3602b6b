package io.registrar.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponses;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createExample;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createOperation;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createPathItem;
import static org.eclipse.microprofile.openapi.OASFactory.createPaths;
import static org.eclipse.microprofile.openapi.OASFactory.createRequestBody;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityRequirement;

import io.registrar.http.ResourcePath;
import java.util.List;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/** The operations of the API description, with every status that each can answer. */
final class EndpointDescriptions {

    private static final String CHALLENGE = "WWW-Authenticate";

    /** Either of the two; which kinds are taken is configuration. */
    private static final List<SecurityRequirement> REGISTRATION_CREDENTIALS = List.of(
            createSecurityRequirement().addScheme(OpenApiDocument.ACCESS_TOKEN),
            createSecurityRequirement().addScheme(OpenApiDocument.INITIAL_ACCESS_TOKEN));

    private EndpointDescriptions() {}

    static Paths paths() {
        return createPaths()
                .addPathItem(
                        ResourcePath.REGISTRATION,
                        createPathItem()
                                .POST(register())
                                .GET(byQuery(read()))
                                .PUT(byQuery(update()))
                                .DELETE(byQuery(delete())))
                .addPathItem(ResourcePath.VALIDATION, createPathItem().POST(validate()))
                .addPathItem(ResourcePath.POLICY, createPathItem().GET(policy()))
                .addPathItem(
                        ResourcePath.REGISTRATION + "/{client_id}",
                        createPathItem()
                                .addParameter(clientId(Parameter.In.PATH))
                                .GET(read())
                                .PUT(update())
                                .DELETE(delete()))
                .addPathItem(
                        ResourcePath.CLIENT + "/registration-access-token",
                        createPathItem()
                                .addParameter(clientId(Parameter.In.PATH))
                                .POST(reissueToken()))
                .addPathItem(ResourcePath.CLIENTS, OperatorEndpoints.clients())
                .addPathItem(ResourcePath.CLIENT, OperatorEndpoints.client())
                .addPathItem(ResourcePath.CLIENT_DISABLED, OperatorEndpoints.clientDisabled())
                .addPathItem(ResourcePath.INITIAL_ACCESS_TOKENS, OperatorEndpoints.initialAccessTokens())
                .addPathItem(ResourcePath.INITIAL_ACCESS_TOKEN, OperatorEndpoints.initialAccessToken())
                .addPathItem(ResourcePath.RESOURCE_METADATA, createPathItem().GET(resourceMetadata()));
    }

    private static Operation register() {
        return createOperation()
                .operationId("registerClient")
                .summary("Register a client")
                .description(
                        "The registration endpoint (RFC 7591 section 3). Where its operator opened it to everybody, no"
                                + " credential is needed (RFC 7591 section 3.1).")
                .security(REGISTRATION_CREDENTIALS)
                .requestBody(metadata(Schemas.CLIENT_METADATA))
                .responses(registrationErrors(createAPIResponses()
                        .addAPIResponse(
                                "201",
                                client("The client is registered.")
                                        .addHeader(
                                                "Location",
                                                header("The client configuration endpoint of the new client.")))));
    }

    private static Operation validate() {
        return createOperation()
                .operationId("validateClient")
                .summary("Say what a registration would come to")
                .description("Judges client metadata as the registration endpoint does, with the same refusals, and"
                        + " registers nothing (extension).")
                .security(REGISTRATION_CREDENTIALS)
                .requestBody(metadata(Schemas.CLIENT_METADATA))
                .responses(metadataErrors(createAPIResponses()
                        .addAPIResponse(
                                "200",
                                createAPIResponse()
                                        .description("The metadata would be registered.")
                                        .content(json(createMediaType()
                                                .schema(Schemas.reference(Schemas.VALIDATED_CLIENT_METADATA))
                                                .example(Examples.VALIDATED_CLIENT_METADATA))))));
    }

    private static Operation policy() {
        return createOperation()
                .operationId("readRegistrationPolicy")
                .summary("Say what the caller may register")
                .description("The registration policy of the caller, with what the deployment and its identity server"
                        + " leave of it (extension).")
                .security(REGISTRATION_CREDENTIALS)
                .responses(policyError(errors(createAPIResponses()
                                .addAPIResponse(
                                        "200",
                                        createAPIResponse()
                                                .description("What the caller may register.")
                                                .content(json(createMediaType()
                                                        .schema(Schemas.reference(PolicySchema.REGISTRATION_POLICY))
                                                        .example(Examples.REGISTRATION_POLICY))))))
                        .addAPIResponse(
                                "400",
                                notOneBearerToken(
                                        "The credential is not one bearer token in one header, or the policy is"
                                                + " no longer configured.")));
    }

    private static Operation update() {
        return createOperation()
                .operationId("updateClient")
                .summary("Replace a client's registration")
                .description("The client configuration endpoint (RFC 7592 section 2.2). The registration is made from"
                        + " the request alone: nothing is kept that is not sent again. A client secret is returned where"
                        + " one was issued, because the client needs one and has none, or asked for another.")
                .addSecurityRequirement(
                        createSecurityRequirement().addScheme(OpenApiDocument.REGISTRATION_ACCESS_TOKEN))
                .addParameter(createParameter()
                        .name("rotate_secret")
                        .in(Parameter.In.QUERY)
                        .description("Issues another secret; the one before stays valid for a while (extension).")
                        .schema(createSchema().addType(SchemaType.BOOLEAN).defaultValue(false)))
                .requestBody(metadata(Schemas.CLIENT_UPDATE))
                .addParameter(ifMatch())
                .responses(changeErrors(bodyErrors(
                        createAPIResponses().addAPIResponse("200", client("The registration as it stands now.")))));
    }

    private static Operation delete() {
        return createOperation()
                .operationId("deleteClient")
                .summary("Delete a client")
                .description("The client configuration endpoint (RFC 7592 section 2.3). The client's secrets and its"
                        + " registration access token end with it; its identifier is never issued again.")
                .addSecurityRequirement(
                        createSecurityRequirement().addScheme(OpenApiDocument.REGISTRATION_ACCESS_TOKEN))
                .addParameter(ifMatch())
                .responses(receptionErrors(changeErrors(errors(createAPIResponses()
                                .addAPIResponse("204", createAPIResponse().description("The client is deleted."))))
                        .addAPIResponse("400", notOneBearerToken("The request has a body, or no readable credential."))
                        .addAPIResponse(
                                "403",
                                error(
                                                "An operator protected the client from deletion, or requests from this network are not"
                                                        + " taken.")
                                        .addHeader(CHALLENGE, header("When the client is protected.")))));
    }

    private static Operation reissueToken() {
        return createOperation()
                .operationId("reissueRegistrationAccessToken")
                .summary("Give a client another registration access token")
                .description(
                        "For a client that lost its own (extension). Every earlier one ends at once. A caller reaches"
                                + " the clients that it registered; with the operators' scope, all.")
                .addSecurityRequirement(createSecurityRequirement().addScheme(OpenApiDocument.ACCESS_TOKEN))
                .responses(receptionErrors(scopeError(errors(createAPIResponses()
                                .addAPIResponse("200", client("The registration as it stands, with the new token."))))
                        .addAPIResponse(
                                "400", notOneBearerToken("The request has a body, or no readable credential."))));
    }

    private static Operation resourceMetadata() {
        return createOperation()
                .operationId("readProtectedResourceMetadata")
                .summary("Say where tokens for registration come from")
                .description(
                        "The metadata of the registration endpoint as a protected resource (RFC 9728). No credential"
                                + " is needed. It may be cached.")
                .responses(createAPIResponses()
                        .addAPIResponse(
                                "200",
                                createAPIResponse()
                                        .description("The metadata.")
                                        .content(json(createMediaType()
                                                .schema(Schemas.reference(Schemas.RESOURCE_METADATA))
                                                .example(Examples.RESOURCE_METADATA))))
                        .addAPIResponse("403", error("Requests from this network are not taken."))
                        .addAPIResponse("404", error("There is no such resource."))
                        .addAPIResponse(
                                "405",
                                error("The method is not supported here.")
                                        .addHeader("Allow", header("The methods that are.")))
                        .addAPIResponse("421", error("The request is addressed to another host."))
                        .addAPIResponse("429", wait("The source sends too many requests."))
                        .addAPIResponse("503", wait("The service has too much to do.")));
    }

    /** The endpoint's other form; the one of registration_client_uri has the client in its path. */
    private static Operation byQuery(Operation operation) {
        return operation
                .operationId(operation.getOperationId() + "ByQuery")
                .summary(operation.getSummary() + ", named in the query")
                .addParameter(clientId(Parameter.In.QUERY));
    }

    static Parameter ifMatch() {
        return createParameter()
                .name("If-Match")
                .in(Parameter.In.HEADER)
                .description(
                        "The ETag of the version that is meant; the request is refused when it is another one now.")
                .schema(createSchema().addType(SchemaType.STRING));
    }

    static APIResponses changeErrors(APIResponses responses) {
        return responses.addAPIResponse("412", error("The client is at another version than If-Match names."));
    }

    static APIResponse notOneBearerToken(String description) {
        return error(description).addHeader(CHALLENGE, header("When the credential is at fault (RFC 6750 section 3)."));
    }

    private static RequestBody metadata(String schema) {
        MediaType metadata = createMediaType().schema(Schemas.reference(schema));
        Examples.REQUESTS
                .keySet()
                .forEach(name -> metadata.addExample(name, createExample().ref("#/components/examples/" + name)));
        return createRequestBody().required(true).content(json(metadata));
    }

    /** What the endpoints that take client metadata with an access token can answer. */
    private static APIResponses metadataErrors(APIResponses responses) {
        return policyError(bodyErrors(responses));
    }

    /** What is told where a caller's policy counts. */
    private static APIResponses policyError(APIResponses responses) {
        return responses.addAPIResponse(
                "403",
                error("The access token lacks the scope, there is no policy for the caller, or requests from this"
                                + " network are not taken.")
                        .addHeader(CHALLENGE, header("When a scope is lacking: names it.")));
    }

    /** What policies say of numbers is asked where something is registered, and only there. */
    private static APIResponses registrationErrors(APIResponses responses) {
        return metadataErrors(responses)
                .addAPIResponse(
                        "403",
                        error(
                                        "The access token lacks the scope, there is no policy for the caller, the caller has as many"
                                                + " clients as its policy allows, or requests from this network are not"
                                                + " taken.")
                                .addHeader(CHALLENGE, header("When a scope is lacking: names it.")))
                .addAPIResponse(
                        "429",
                        wait("The source or the caller sends too many requests, the caller registers faster than its"
                                + " policy allows, or it has named too many documents that must be fetched."));
    }

    static APIResponses scopeError(APIResponses responses) {
        return responses.addAPIResponse(
                "403",
                error(
                                "The access token lacks the scope that is needed here, or requests from this network are not taken.")
                        .addHeader(CHALLENGE, header("When a scope is lacking: names it.")));
    }

    /** What can go wrong while a body arrives, wanted or not. */
    static APIResponses receptionErrors(APIResponses responses) {
        return responses
                .addAPIResponse("408", error("The body took too long to arrive."))
                .addAPIResponse("413", error("The body is larger than 256 KiB."));
    }

    /** What all endpoints that take client metadata can answer. */
    private static APIResponses bodyErrors(APIResponses responses) {
        return receptionErrors(errors(responses).addAPIResponse("400", refused()))
                .addAPIResponse("415", error("The body is not application/json in UTF-8."))
                .addAPIResponse(
                        "429",
                        wait(
                                "The source or the caller sends too many requests, or the caller has named too many documents that must be fetched."));
    }

    private static Operation read() {
        return createOperation()
                .operationId("readClient")
                .summary("Read a client's registration")
                .description(
                        "The client configuration endpoint (RFC 7592 section 2.1). The client secret is not shown again.")
                .addSecurityRequirement(
                        createSecurityRequirement().addScheme(OpenApiDocument.REGISTRATION_ACCESS_TOKEN))
                .responses(errors(createAPIResponses().addAPIResponse("200", client("The registration as it stands.")))
                        .addAPIResponse(
                                "400", notOneBearerToken("The credential is not one bearer token in one header.")));
    }

    /** What all endpoints can answer, whatever they are asked. */
    static APIResponses errors(APIResponses responses) {
        return responses
                .addAPIResponse(
                        "401",
                        createAPIResponse()
                                .description("No credential (then without a body), or one that is not valid here.")
                                .addHeader(CHALLENGE, header("RFC 6750 section 3."))
                                .content(json(createMediaType().schema(Schemas.reference(Schemas.ERROR)))))
                .addAPIResponse("403", error("Requests from this network are not taken."))
                .addAPIResponse("404", error("There is no such resource."))
                .addAPIResponse(
                        "405",
                        error("The method is not supported here.").addHeader("Allow", header("The methods that are.")))
                .addAPIResponse("421", error("The request is addressed to another host."))
                .addAPIResponse("429", wait("The source or the caller sends too many requests."))
                .addAPIResponse("500", error("The service failed."))
                .addAPIResponse(
                        "503",
                        wait(
                                "The store, the keys of the token issuer, or what the identity server can do, cannot be read; or the service has too much to do."));
    }

    private static APIResponse wait(String description) {
        return error(description).addHeader("Retry-After", seconds());
    }

    private static Header seconds() {
        return createHeader().description("Seconds.").schema(createSchema().addType(SchemaType.INTEGER));
    }

    private static APIResponse client(String description) {
        return createAPIResponse()
                .description(description)
                .addHeader("ETag", header("The version of the client, for If-Match."))
                .content(json(createMediaType()
                        .schema(Schemas.reference(Schemas.CLIENT_INFORMATION))
                        .example(Examples.CLIENT_INFORMATION)));
    }

    private static APIResponse refused() {
        return createAPIResponse()
                .description("The client metadata, the JSON document or the form of the credential is refused.")
                .addHeader(CHALLENGE, header("When the credential is at fault."))
                .content(json(createMediaType()
                        .schema(Schemas.reference(Schemas.ERROR))
                        .example(Examples.INVALID_REDIRECT_URI)));
    }

    static APIResponse error(String description) {
        return createAPIResponse()
                .description(description)
                .content(json(createMediaType().schema(Schemas.reference(Schemas.ERROR))));
    }

    static Content json(MediaType mediaType) {
        return createContent().addMediaType("application/json", mediaType);
    }

    static Header header(String description) {
        return createHeader().description(description).schema(createSchema().addType(SchemaType.STRING));
    }

    static Parameter clientId(Parameter.In place) {
        return createParameter()
                .name("client_id")
                .in(place)
                .required(true)
                .description("As in registration_client_uri, which clients use as it was given to them.")
                .schema(createSchema().addType(SchemaType.STRING));
    }
}
