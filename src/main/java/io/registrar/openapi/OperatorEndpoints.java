package io.registrar.openapi;

import static io.registrar.openapi.EndpointDescriptions.changeErrors;
import static io.registrar.openapi.EndpointDescriptions.clientId;
import static io.registrar.openapi.EndpointDescriptions.error;
import static io.registrar.openapi.EndpointDescriptions.errors;
import static io.registrar.openapi.EndpointDescriptions.header;
import static io.registrar.openapi.EndpointDescriptions.ifMatch;
import static io.registrar.openapi.EndpointDescriptions.json;
import static io.registrar.openapi.EndpointDescriptions.notOneBearerToken;
import static io.registrar.openapi.EndpointDescriptions.receptionErrors;
import static io.registrar.openapi.EndpointDescriptions.scopeError;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponses;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createOperation;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createPathItem;
import static org.eclipse.microprofile.openapi.OASFactory.createRequestBody;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityRequirement;

import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The operations of owners and operators. */
final class OperatorEndpoints {

    private OperatorEndpoints() {}

    static PathItem clients() {
        return createPathItem()
                .GET(paged(operation("listClients", "List clients")
                        .description("Those that the caller registered; with the operators' scope, all (extension).")
                        .responses(answers("200", answer("One page.", OperatorSchemas.CLIENT_PAGE)))));
    }

    static PathItem client() {
        return createPathItem()
                .addParameter(clientId(Parameter.In.PATH))
                .GET(operation("showClient", "Show a client and where it comes from")
                        .description("One that is out of the caller's reach is not there (extension).")
                        .responses(answers(
                                "200",
                                answer("The client.", OperatorSchemas.CLIENT_RECORD)
                                        .addHeader("ETag", header("The version of the client, for If-Match.")))))
                .DELETE(operation("deleteOwnedClient", "Delete a client")
                        .description("By whoever registered it, or by an operator (extension).")
                        .addParameter(ifMatch())
                        .responses(receptionErrors(changeErrors(
                                answers("204", createAPIResponse().description("The client is deleted."))))));
    }

    static PathItem clientDisabled() {
        return createPathItem()
                .addParameter(clientId(Parameter.In.PATH))
                .PUT(operation("disableClient", "Disable a client")
                        .description(
                                "For operators (extension). Identity servers do not see it until it is enabled; nothing"
                                        + " that the client or its owner does enables it.")
                        .addParameter(ifMatch())
                        .responses(suspended("The client is disabled.")))
                .DELETE(operation("enableClient", "Enable a client that is disabled")
                        .description("For operators (extension).")
                        .addParameter(ifMatch())
                        .responses(suspended("The client is enabled.")));
    }

    private static APIResponses suspended(String description) {
        return receptionErrors(changeErrors(answers("204", createAPIResponse().description(description))));
    }

    static PathItem initialAccessTokens() {
        return createPathItem()
                .POST(operation("issueInitialAccessToken", "Issue an initial access token")
                        .description("For operators (extension). The token is shown this once.")
                        .requestBody(createRequestBody()
                                .required(true)
                                .content(json(
                                        createMediaType().schema(Schemas.reference(OperatorSchemas.TOKEN_REQUEST)))))
                        .responses(receptionErrors(
                                        answers("201", answer("The token is issued.", OperatorSchemas.ISSUED_TOKEN)))
                                .addAPIResponse("415", error("The body is not application/json in UTF-8."))))
                .GET(paged(operation("listInitialAccessTokens", "List initial access tokens")
                        .description("For operators: all, used up, ended and revoked ones too (extension).")
                        .responses(answers("200", answer("One page.", OperatorSchemas.TOKEN_PAGE)))));
    }

    static PathItem initialAccessToken() {
        return createPathItem()
                .addParameter(createParameter()
                        .name("id")
                        .in(Parameter.In.PATH)
                        .required(true)
                        .description("As in the answer to its issue.")
                        .schema(createSchema().addType(SchemaType.STRING)))
                .GET(operation("showInitialAccessToken", "Show how far an initial access token is used")
                        .description("For operators (extension).")
                        .responses(answers("200", answer("The token.", OperatorSchemas.TOKEN))))
                .DELETE(operation("revokeInitialAccessToken", "Revoke an initial access token")
                        .description("For operators (extension). What was registered with it stays.")
                        .responses(receptionErrors(
                                answers("204", createAPIResponse().description("The token is revoked.")))));
    }

    private static Operation operation(String id, String summary) {
        return createOperation()
                .operationId(id)
                .summary(summary)
                .addSecurityRequirement(createSecurityRequirement().addScheme(OpenApiDocument.ACCESS_TOKEN));
    }

    private static Operation paged(Operation operation) {
        return operation
                .addParameter(
                        query("limit", "How many at most; 50 if it is not there, 200 at most.", SchemaType.INTEGER))
                .addParameter(query("after", "What the page before said under next.", SchemaType.STRING));
    }

    private static Parameter query(String name, String description, SchemaType type) {
        return createParameter()
                .name(name)
                .in(Parameter.In.QUERY)
                .description(description)
                .schema(createSchema().addType(type));
    }

    private static APIResponses answers(String status, APIResponse answer) {
        return scopeError(errors(createAPIResponses().addAPIResponse(status, answer)))
                .addAPIResponse("400", notOneBearerToken("The request is not readable, or asks for what cannot be."));
    }

    private static APIResponse answer(String description, String schema) {
        return createAPIResponse()
                .description(description)
                .content(json(createMediaType().schema(Schemas.reference(schema))));
    }
}
