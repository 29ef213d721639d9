using H2Ask.Api.Hosting;
using H2Ask.Core.Answering;
using Microsoft.AspNetCore.Http.HttpResults;

namespace H2Ask.Api.OpenAi;

/// <summary>The models that OpenAI's clients can name: ways to answer, and the embedding model.</summary>
internal sealed class OpenAiModels(Answerer answerer, QuestionModel embedding)
{
    private const string Auto = "h2ask";
    private const string Extractive = "h2ask-extractive";
    private const string Llm = "h2ask-llm";

    private readonly long _since = DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    /// <summary>The name of the embedding model; null where there is none.</summary>
    public string? Embedding => embedding.Embedder?.Model.Name;

    /// <summary>All of them.</summary>
    public IReadOnlyList<ModelResponse> All() =>
        [.. ((string?[])[Auto, Extractive, answerer.HasLlm ? Llm : null, Embedding]).OfType<string>().Select(name => new ModelResponse(name, _since))];

    /// <summary>How a model answers; null with a fault where it does not.</summary>
    public AnswerMode? ModeOf(string? model, out ProblemHttpResult? fault)
    {
        fault = model switch
        {
            Auto or Extractive => null,
            Llm when answerer.HasLlm => null,
            null or "" => OpenAiErrors.Invalid($"\"model\" is missing: name one that answers, as \"{Auto}\". GET /v1/models lists them.", "model"),
            Llm => OpenAiErrors.NoModel($"The model \"{Llm}\" is not there: this service has no LLM (the setting Llm:Endpoint is empty). Ask \"{Auto}\"."),
            _ when model == Embedding => OpenAiErrors.Invalid($"The model \"{model}\" makes embeddings and does not answer. Ask \"{Auto}\".", "model"),
            _ => Unknown(model),
        };
        return fault is not null ? null : model switch
        {
            Extractive => AnswerMode.Extractive,
            Llm => AnswerMode.Llm,
            _ => AnswerMode.Auto,
        };
    }

    /// <summary>What is wrong with the name of an embedding model; null where nothing is.</summary>
    public ProblemHttpResult? EmbeddingFault(string? model) => model switch
    {
        _ when Embedding is null => OpenAiErrors.NoModel("This service has no embedding model: the setting Embedding:Model is none."),
        null or "" => OpenAiErrors.Invalid($"\"model\" is missing: the embedding model is \"{Embedding}\".", "model"),
        _ when model == Embedding => null,
        Auto or Extractive or Llm => OpenAiErrors.Invalid($"The model \"{model}\" answers and makes no embeddings. Ask \"{Embedding}\".", "model"),
        _ => Unknown(model),
    };

    /// <summary>That there is no such model.</summary>
    public static ProblemHttpResult Unknown(string model) =>
        OpenAiErrors.NoModel($"There is no model \"{(model.Length > 100 ? model[..100] : model)}\". GET /v1/models lists those that there are.");
}
