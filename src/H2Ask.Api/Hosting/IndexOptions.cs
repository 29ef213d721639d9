namespace H2Ask.Api.Hosting;

/// <summary>Where the index is. Section <c>Index</c> of the settings.</summary>
public sealed class IndexOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Index";

    /// <summary>The folder of the index, relative to the current directory or absolute.</summary>
    public string Path { get; set; } = "data/index";
}
