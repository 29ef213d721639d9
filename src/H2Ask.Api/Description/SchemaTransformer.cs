using System.Text.Json;
using H2Ask.Api.Asking;
using H2Ask.Api.OpenAi;
using H2Ask.Core.Corpus;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace H2Ask.Api.Description;

/// <summary>Describes what the types do not tell by themselves: those with a form of their own, and which members of requests are needed.</summary>
internal sealed class SchemaTransformer : IOpenApiSchemaTransformer
{
    private static readonly Dictionary<Type, string[]> Needed = new()
    {
        [typeof(AskRequest)] = ["question"],
        [typeof(SearchRequest)] = ["query"],
        [typeof(TurnRequest)] = ["role", "content"],
        [typeof(ChatRequest)] = ["model", "messages"],
        [typeof(ChatMessageRequest)] = ["role"],
        [typeof(EmbeddingRequest)] = ["model", "input"],
    };

    private static readonly Dictionary<string, string> OfProblems = new()
    {
        ["type"] = "An address that describes the status.",
        ["title"] = "What went wrong, in short.",
        ["status"] = "The status of the response.",
        ["detail"] = "What is wrong and what to do.",
        ["instance"] = "Not used.",
    };

    /// <inheritdoc />
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (context.JsonPropertyInfo is null && Needed.TryGetValue(type, out var members)) schema.Required = members.ToHashSet();
        if (type == typeof(PolicyDate)) Describe(schema, "A date as exact as the text gives it: 2021, 2021-03 or 2021-03-05.", JsonSchemaType.String);
        else if (type == typeof(JsonElement)) schema.Description ??= "Any JSON.";
        else if (type == typeof(MessageContent)) schema.OneOf = [Text(), ListOf(new OpenApiSchema { Type = JsonSchemaType.Object, Properties = Part() })];
        else if (type == typeof(EmbeddingInput)) schema.OneOf = [Text(), ListOf(Text())];
        else if (type == typeof(EmbeddingVector)) schema.OneOf = [ListOf(new OpenApiSchema { Type = JsonSchemaType.Number, Format = "float" }), Text()];
        else if (type == typeof(ProblemDetails)) DescribeProblem(schema);
        return Task.CompletedTask;
    }

    private static void Describe(OpenApiSchema schema, string description, JsonSchemaType type) => (schema.Description, schema.Type) = (description, type);

    private static void DescribeProblem(OpenApiSchema schema)
    {
        schema.Description = "What went wrong.";
        foreach (var (name, member) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (member is OpenApiSchema known && OfProblems.TryGetValue(name, out var description)) known.Description = description;
        }
    }

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static OpenApiSchema ListOf(OpenApiSchema items) => new() { Type = JsonSchemaType.Array, Items = items };

    private static Dictionary<string, IOpenApiSchema> Part() => new()
    {
        ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "text", Const = "text" },
        ["text"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The text." },
    };
}
