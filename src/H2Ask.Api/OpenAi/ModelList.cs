using System.Text.Json.Serialization;

namespace H2Ask.Api.OpenAi;

/// <summary>The models that can be asked for.</summary>
/// <param name="Data">The models.</param>
public sealed record ModelList(IReadOnlyList<ModelResponse> Data)
{
    /// <summary><c>list</c>.</summary>
    [JsonPropertyName("object")]
    public string Kind { get; } = "list";
}
