using System.ComponentModel;
using H2Ask.Api.Description;
using Microsoft.AspNetCore.Http.HttpResults;

namespace H2Ask.Api.OpenAi;

/// <summary>The endpoints of <c>/v1</c>, which OpenAI's clients use as they are.</summary>
public static class OpenAiEndpoints
{
    /// <summary>Adds the services.</summary>
    public static void AddOpenAi(this IServiceCollection services)
    {
        services.AddSingleton<OpenAiModels>();
        services.AddSingleton<IProblemDetailsWriter, OpenAiErrors>();
    }

    /// <summary>Adds the endpoints.</summary>
    public static void MapOpenAi(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/v1").WithTags("OpenAI").ProducesOpenAiErrors();
        group.MapPost("/chat/completions", ChatEndpoint.CompleteAsync)
            .WithName("createChatCompletion")
            .WithSummary("Answers the last message of a conversation, with citations")
            .WithDescription("In the shape of OpenAI's chat completions, whole or, with \"stream\": true, as server-sent events of chat.completion.chunk. Which document each mark [1] means stands at the end of the answer, and in the member \"citations\". Temperature, tools and what else is not named here changes nothing.")
            .Produces<ChatCompletion>()
            .ProducesOpenAiErrors(StatusCodes.Status404NotFound, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status502BadGateway);
        group.MapPost("/embeddings", EmbeddingEndpoint.EmbedAsync)
            .WithName("createEmbedding")
            .WithSummary("Turns texts into vectors")
            .WithDescription("In the shape of OpenAI's embeddings. Texts are embedded as passages, unless \"input_type\" is \"query\".")
            .ProducesOpenAiErrors(StatusCodes.Status404NotFound, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType);
        group.MapGet("/models", (OpenAiModels models) => TypedResults.Ok(new ModelList(models.All())))
            .WithName("listModels")
            .WithSummary("Lists the models")
            .WithDescription("Ways to answer, and the embedding model where the service has one.");
        group.MapGet("/models/{id}", ModelOf)
            .WithName("getModel")
            .WithSummary("A model")
            .WithDescription("Whether the service has a model of that name.")
            .ProducesOpenAiErrors(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<ModelResponse>, ProblemHttpResult> ModelOf([Description("The model's name.")] string id, OpenAiModels models) =>
        models.All().FirstOrDefault(model => model.Id == id) is { } found ? TypedResults.Ok(found) : OpenAiModels.Unknown(id);
}
