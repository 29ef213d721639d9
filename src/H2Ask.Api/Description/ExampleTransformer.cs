using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace H2Ask.Api.Description;

/// <summary>Puts examples into the description: for each endpoint a file named after it, with <c>parameters</c>, <c>request</c> and <c>response</c>.</summary>
internal sealed class ExampleTransformer : IOpenApiOperationTransformer
{
    /// <inheritdoc />
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (operation.OperationId is not { } name || Read(name) is not { } example) return Task.CompletedTask;
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>()) parameter.Example = example["parameters"]?[parameter.Name!]?.DeepClone();
        Put(operation.RequestBody?.Content, example["request"]);
        Put(operation.Responses?.FirstOrDefault(response => response.Key.StartsWith('2')).Value?.Content, example["response"]);
        return Task.CompletedTask;
    }

    private static void Put(IDictionary<string, OpenApiMediaType>? content, JsonNode? example)
    {
        if (content is not null && content.TryGetValue("application/json", out var media)) media.Example = example?.DeepClone();
    }

    private static JsonNode? Read(string name)
    {
        using var file = typeof(ExampleTransformer).Assembly.GetManifestResourceStream($"examples/{name}.json");
        return file is null ? null : JsonNode.Parse(file);
    }
}
