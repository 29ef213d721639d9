namespace H2Ask.Api.Hosting;

/// <summary>Which embedding model questions are embedded with. Section <c>Embedding</c> of the settings.</summary>
public sealed class EmbeddingSettings
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Embedding";

    /// <summary>The model's folder; <c>none</c>; or empty: the model that ships, where it is there.</summary>
    public string Model { get; set; } = string.Empty;
}
