using H2Ask.Qdrant;

namespace H2Ask.Api.Hosting;

/// <summary>Where the index is. Section <c>Index</c> of the settings.</summary>
public sealed class IndexOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Index";

    /// <summary>What it is kept in: <c>embedded</c>, a folder, or <c>qdrant</c>, the server that the section <c>Qdrant</c> names.</summary>
    public string Kind { get; set; } = IndexStores.Embedded;

    /// <summary>The folder of an embedded index, relative to the current directory or absolute.</summary>
    public string Path { get; set; } = "data/index";
}
