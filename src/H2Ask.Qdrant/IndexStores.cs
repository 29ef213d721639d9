using H2Ask.Core.Index;

namespace H2Ask.Qdrant;

/// <summary>Makes the store that the settings choose.</summary>
public static class IndexStores
{
    /// <summary>An index in a folder of this machine.</summary>
    public const string Embedded = "embedded";

    /// <summary>An index on a Qdrant server.</summary>
    public const string Qdrant = "qdrant";

    /// <summary>What is wrong with the choice, and with the settings of what is chosen; a sentence each that names the setting.</summary>
    /// <param name="kind">The kind of index.</param>
    /// <param name="options">Where the Qdrant server is.</param>
    public static IReadOnlyList<string> Faults(string kind, QdrantOptions options) => kind switch
    {
        Embedded => [],
        Qdrant => options.Faults(),
        _ => ["The setting Index:Kind must be embedded or qdrant."],
    };

    /// <summary>The store.</summary>
    /// <param name="kind">The kind of index.</param>
    /// <param name="folder">The folder of an embedded one.</param>
    /// <param name="options">Where the Qdrant server is.</param>
    /// <exception cref="ArgumentException">A setting is wrong.</exception>
    public static IIndexStore Make(string kind, string folder, QdrantOptions options)
    {
        if (Faults(kind, options) is { Count: > 0 } faults) throw new ArgumentException(string.Join(' ', faults));
        return kind == Qdrant ? new QdrantStore(options) : new IndexFolder(folder);
    }
}
