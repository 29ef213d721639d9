using H2Ask.Api.Hosting;
using H2Ask.Core.Corpus.Passages;
using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Index;
using Microsoft.Extensions.Options;

namespace H2Ask.Api.Uploads;

/// <summary>Makes the service's index anew, of the corpus and the uploaded documents, as it was made before.</summary>
internal sealed class CorpusIndexing(IOptions<DocumentsOptions> options, UploadFolder folder, IIndexStore store, LiveIndex live, QuestionModel model)
{
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(1);

    /// <summary>Why no index can be made; null where one can.</summary>
    public string? WhyNot()
    {
        if (options.Value.Corpus.Length == 0)
        {
            return "This service takes no documents: the setting Documents:Corpus does not say which folders its index is made of. ./run sets it; put documents into the folder of the corpus instead, and index it.";
        }

        using var lease = live.Take();
        return lease?.Index.Manifest.Model is { } made && model.Embedder is null
            ? $"This service takes no documents: it searches by words alone, and the index was made with the embedding model {made.Name}, which would be lost. Set Embedding:Model to it."
            : null;
    }

    /// <summary>Makes the index and puts it in use here at once.</summary>
    /// <param name="waiting">Told who else is writing the index, each time before it is tried again.</param>
    /// <param name="cancelled">Ends it early.</param>
    /// <exception cref="IndexException">It can't be made.</exception>
    public async Task<IndexingResult> RunAsync(Action<string> waiting, CancellationToken cancelled)
    {
        if (WhyNot() is { } reason) throw new IndexException(reason);
        while (true)
        {
            try
            {
                var result = await Task.Run(() => Core.Index.Indexer.RunAsync(Paths, store, Options(), cancelled), cancelled);
                await live.LookAsync(cancelled);
                return result;
            }
            catch (IndexBusyException busy)
            {
                waiting(busy.Message);
            }

            await Task.Delay(TryAgainAfter, cancelled);
        }
    }

    /// <summary>The documents that came of uploaded files, by the files' names; files without any are left out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IndexedTitle>> DocumentsOf(IReadOnlyList<string> names)
    {
        using var lease = live.Take() ?? throw new IndexException(live.Fault);
        // A file of the corpus may have come to bear the same name: then the uploaded one has another in the index.
        var inIndex = SourceReader.NamesOf(names.Select(folder.PathOf), Paths);
        var byFile = lease.Index.Documents.ToLookup(document => document.Document.File, document => new IndexedTitle(document.Document.Id, document.Document.Title), StringComparer.Ordinal);
        return names.Where(name => inIndex.ContainsKey(folder.PathOf(name))).ToDictionary(name => name, name => Of(inIndex[folder.PathOf(name)]), StringComparer.Ordinal);

        IReadOnlyList<IndexedTitle> Of(string file) =>
            [.. byFile.Where(found => found.Key == file || found.Key.StartsWith(file + "/", StringComparison.Ordinal)).SelectMany(found => found)];
    }

    private string[] Paths => [.. options.Value.Corpus, folder.Path];

    private IndexingOptions Options()
    {
        using var lease = live.Take();
        var passages = lease?.Index.Manifest is { LongestPassage: > 0 } made ? new PassageOptions { Minimum = made.ShortestPassage, Maximum = made.LongestPassage } : new PassageOptions();
        return new IndexingOptions { Passages = passages, Embedder = model.Embedder };
    }
}
