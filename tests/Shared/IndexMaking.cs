using H2Ask.Core.Index;

namespace H2Ask.Tests;

/// <summary>Makes indexes in folders.</summary>
internal static class IndexMaking
{
    /// <summary>Indexes files into a folder. Nothing of it waits: the index is written by this thread.</summary>
    public static IndexingResult Run(IReadOnlyList<string> paths, string folder, IndexingOptions? options = null, CancellationToken cancelled = default) =>
        Core.Index.Indexer.RunAsync(paths, new IndexFolder(folder), options, cancelled).GetAwaiter().GetResult();
}
