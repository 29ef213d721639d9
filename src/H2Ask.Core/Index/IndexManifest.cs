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
}
