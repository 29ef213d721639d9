using H2Ask.Api.Hosting;
using H2Ask.Core.Embedding;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.AI;

namespace H2Ask.Api.OpenAi;

/// <summary><c>POST /v1/embeddings</c>.</summary>
internal static class EmbeddingEndpoint
{
    private const int MostTexts = 2048;
    private const string Base64 = "base64";

    public static async Task<Results<Ok<EmbeddingList>, ProblemHttpResult>> EmbedAsync(EmbeddingRequest request, OpenAiModels models, QuestionModel embedding, CancellationToken cancelled)
    {
        if (models.EmbeddingFault(request.Model) is { } noModel) return noModel;
        var model = embedding.Embedder!.Loaded;
        if (Fault(request, model) is { } fault) return fault;
        var texts = request.Input!.Texts!;
        var options = new EmbeddingGenerationOptions { AdditionalProperties = new AdditionalPropertiesDictionary { [EmbeddingModel.InputType] = request.InputType } };
        var embedded = await model.GenerateAsync(texts, options, cancelled);
        if (embedded.AdditionalProperties?[EmbeddingModel.CutTexts] is int and > 0 and var cut)
        {
            return OpenAiErrors.Invalid($"{cut} of the {texts.Count} texts of \"input\" are longer than the {model.Settings.MaximumTokens} tokens that {model.Name} reads. Cut them into pieces.", "input");
        }

        var items = embedded.Select((vector, i) => new EmbeddingItem(i, new EmbeddingVector(vector.Vector, request.EncodingFormat == Base64)));
        return TypedResults.Ok(new EmbeddingList([.. items], model.Name, new EmbeddingUsage(embedded.Usage?.InputTokenCount ?? 0)));
    }

    private static ProblemHttpResult? Fault(EmbeddingRequest request, EmbeddingModel model) => request switch
    {
        { Input: null } => OpenAiErrors.Invalid("\"input\" is missing: send a text or an array of texts.", "input"),
        { Input.Texts: null } => OpenAiErrors.Invalid("\"input\" holds tokens: another model's tokens mean nothing here. Send texts.", "input"),
        { Input.Texts.Count: 0 or > MostTexts } => OpenAiErrors.Invalid($"\"input\" must hold from 1 to {MostTexts} texts.", "input"),
        { Input.Texts: var texts } when texts.Contains(string.Empty) => OpenAiErrors.Invalid("\"input\" holds an empty text. Leave it out.", "input"),
        { EncodingFormat: not (null or "float" or Base64) } => OpenAiErrors.Invalid("\"encoding_format\" must be \"float\" or \"base64\".", "encoding_format"),
        { InputType: not (null or "query" or "passage") } => OpenAiErrors.Invalid("\"input_type\" must be \"query\" or \"passage\".", "input_type"),
        { Dimensions: { } dimensions } when dimensions != model.Settings.Dimensions =>
            OpenAiErrors.Invalid($"\"dimensions\" is {dimensions}, but the vectors of {model.Name} have {model.Settings.Dimensions} numbers. Leave it out.", "dimensions"),
        _ => null,
    };
}
