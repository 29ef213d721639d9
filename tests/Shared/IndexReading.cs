using H2Ask.Core.Index;

namespace H2Ask.Tests;

/// <summary>Reads what tests compare out of an index.</summary>
internal static class IndexReading
{
    /// <summary>The texts of all documents.</summary>
    public static async Task<List<string>> TextsAsync(this IPassageIndex index)
    {
        var texts = new List<string>();
        foreach (var document in index.Documents) texts.Add(await index.ReadTextAsync(document, CancellationToken.None));
        return texts;
    }
}
