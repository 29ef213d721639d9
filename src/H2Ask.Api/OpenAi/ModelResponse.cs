using System.Text.Json.Serialization;

namespace H2Ask.Api.OpenAi;

/// <summary>A model that can be asked for.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Created">Since when this service offers it, in seconds since 1970.</param>
public sealed record ModelResponse(string Id, long Created)
{
    /// <summary><c>model</c>.</summary>
    [JsonPropertyName("object")]
    public string Kind { get; } = "model";

    /// <summary><c>h2ask</c>.</summary>
    [JsonPropertyName("owned_by")]
    public string OwnedBy { get; } = "h2ask";
}
