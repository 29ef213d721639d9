namespace H2Ask.Core.Index;

/// <summary>What an index was made of, and the files that it consists of.</summary>
/// <param name="Fingerprint">Changes with the files, the settings, the embedding model and the program that cut them; an index of the same fingerprint need not be made again.</param>
/// <param name="Documents">How many documents it holds.</param>
/// <param name="Passages">How many passages it holds.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record IndexManifest(string Fingerprint, int Documents, int Passages, DateTimeOffset CreatedAt)
{
    /// <summary>The form of index that this program writes and reads.</summary>
    public const int CurrentFormat = 2;

    /// <summary>The form that the index has.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The model that made the vectors of its passages; null where it has none.</summary>
    public IndexedModel? Model { get; init; }

    /// <summary>Shorter passages were joined with their neighbours (characters).</summary>
    public int ShortestPassage { get; init; }

    /// <summary>Longer passages were cut (characters).</summary>
    public int LongestPassage { get; init; }

    /// <summary>Its files.</summary>
    public IReadOnlyList<IndexPart> Files { get; init; } = [];

    /// <summary>Makes sure that questions are embedded with the model that the passages were embedded with.</summary>
    /// <param name="embedder">What questions are embedded with; null: nothing, and any index will do.</param>
    /// <param name="place">Where the index is, as it is named to people.</param>
    /// <exception cref="IndexException">It is another model.</exception>
    internal void CheckModel(IPassageEmbedder? embedder, string place)
    {
        if (embedder is null || Model?.Identity == embedder.Model.Identity) return;
        var reason = Model switch
        {
            null => "was made without an embedding model",
            { } model when model.Name == embedder.Model.Name => $"was made with other files of the embedding model {model.Name}",
            { } model => $"was made with the embedding model {model.Name}",
        };
        throw new IndexException($"The index in {place} {reason}, and questions are to be embedded with {embedder.Model.Name}. Index again, or choose the model of the index (the setting Embedding:Model, --model on the command line; none searches by words alone).");
    }
}
