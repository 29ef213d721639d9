using System.Security.Cryptography;
using System.Text;
using H2Ask.Core.Corpus;
using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Corpus.Reading.Files;
using H2Ask.Core.Telemetry;

namespace H2Ask.Core.Index;

/// <summary>Makes the index of files and folders, where the one that is there does not fit any more.</summary>
public static class Indexer
{
    /// <summary>So many documents are written at a time.</summary>
    private const int DocumentsAtATime = 256;

    /// <summary>So many passages are embedded and written at a time.</summary>
    private const int PassagesAtATime = 4096;

    /// <summary>Indexes the files and folders; does nothing where the index is up to date, unless forced.</summary>
    /// <exception cref="IndexException">A path is missing, there is nothing to index, another process writes the index, or it can't be written.</exception>
    public static async Task<IndexingResult> RunAsync(IReadOnlyList<string> paths, IIndexStore store, IndexingOptions? options = null, CancellationToken cancelled = default)
    {
        using var measured = Signals.Indexing(cancelled);
        var result = await UpdateAsync(paths, store, options ?? new IndexingOptions(), cancelled);
        measured.Ends(result.Changed ? "changed" : "unchanged");
        return result;
    }

    private static async Task<IndexingResult> UpdateAsync(IReadOnlyList<string> paths, IIndexStore store, IndexingOptions options, CancellationToken cancelled)
    {
        var fingerprint = Fingerprint(paths, options.Passages.Minimum, options.Passages.Maximum, options.Embedder?.Model);
        if (!options.Force && await store.ReadManifestAsync(cancelled) is { } present && present.Fingerprint == fingerprint)
        {
            return new IndexingResult(present, Changed: false, []);
        }

        try
        {
            await using var writing = await store.LockAsync(cancelled);
            return await MakeAsync(paths, store, fingerprint, options, cancelled);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new IndexException($"The index can't be written to {store.Place}: {fault.Message}", fault);
        }
    }

    /// <summary>Whether an index holds the files and folders as they are now; the lengths of passages and the model are taken to be its own.</summary>
    /// <exception cref="IndexException">A path is missing.</exception>
    public static bool IsUpToDate(IReadOnlyList<string> paths, IndexManifest manifest) =>
        manifest.Fingerprint == Fingerprint(paths, manifest.ShortestPassage, manifest.LongestPassage, manifest.Model);

    private static async Task<IndexingResult> MakeAsync(IReadOnlyList<string> paths, IIndexStore store, string fingerprint, IndexingOptions options, CancellationToken cancelled)
    {
        var corpus = new CorpusReader(passages: options.Passages).Read(paths, new DocumentCount(options.Progress), cancelled);
        if (corpus.Documents.Count == 0) throw new IndexException(Nothing(paths, corpus.Skipped));
        var manifest = new IndexManifest(fingerprint, corpus.Documents.Count, corpus.Documents.Sum(document => document.Passages.Count), DateTimeOffset.UtcNow)
        {
            Model = options.Embedder?.Model,
            ShortestPassage = options.Passages.Minimum,
            LongestPassage = options.Passages.Maximum,
        };
        return await WriteAsync(store, manifest, corpus, options, cancelled);
    }

    /// <summary>Writes the next generation and puts it in use; where that does not succeed, the one before stays.</summary>
    internal static async Task<IndexingResult> WriteAsync(IIndexStore store, IndexManifest manifest, ReadCorpus corpus, IndexingOptions options, CancellationToken cancelled)
    {
        await using var writer = await store.BeginAsync(manifest, cancelled);
        foreach (var documents in corpus.Documents.Chunk(DocumentsAtATime)) await writer.WriteDocumentsAsync(documents, cancelled);
        var passages = corpus.Documents.SelectMany((document, number) => document.Passages.Select(passage => new NewPassage(number, document, passage)));
        var embedding = options.Embedder is { } embedder ? new PassageEmbedding(embedder, writer, manifest.Passages, options.Progress) : null;
        foreach (var chunk in passages.Chunk(PassagesAtATime))
        {
            await writer.WritePassagesAsync(embedding is null ? chunk : await embedding.EmbedAsync(chunk, cancelled), cancelled);
            if (embedding is null) options.Progress?.Report(new IndexingProgress(IndexingStage.Writing, chunk[^1].DocumentNumber + 1, manifest.Documents));
        }

        manifest = await writer.PublishAsync(cancelled);
        return new IndexingResult(manifest, Changed: true, corpus.Skipped)
        {
            Embedded = embedding?.Embedded ?? 0,
            Cut = embedding?.Cut ?? 0,
            Kept = embedding is null ? 0 : manifest.Passages - embedding.Embedded,
        };
    }

    private static string Nothing(IReadOnlyList<string> paths, IReadOnlyList<SkippedFile> skipped) =>
        $"There is nothing to index in {string.Join(", ", paths)}: no .txt, .md, .html, .docx, .csv or .zip file with text in it."
        + string.Concat(skipped.Select(file => $"\n{file.File}: {file.Reason}"));

    /// <summary>Changes with every file's name and content, with the lengths of passages, the model, and the program: another version may cut the same text otherwise.</summary>
    private static string Fingerprint(IReadOnlyList<string> paths, int shortest, int longest, IndexedModel? model)
    {
        var missing = paths.FirstOrDefault(path => !Path.Exists(path));
        if (missing is not null) throw new IndexException($"There is no file or folder {missing}.");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(Indexer).Module.ModuleVersionId.ToByteArray());
        hash.AppendData(BitConverter.GetBytes(shortest));
        hash.AppendData(BitConverter.GetBytes(longest));
        hash.AppendData(Encoding.UTF8.GetBytes(model?.Identity ?? string.Empty));
        foreach (var (name, path) in new FileListing(_ => { }).List(paths).Where(file => SourceReader.CanRead(file.Name)))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(ContentHash(path));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>A file that can't be read now may be readable the next time: it counts as empty.</summary>
    private static byte[] ContentHash(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return SHA256.HashData(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Tells how many documents have been read; how many there will be is not known.</summary>
    private sealed class DocumentCount(IProgress<IndexingProgress>? progress) : IProgress<int>
    {
        public void Report(int value) => progress?.Report(new IndexingProgress(IndexingStage.Reading, value, null));
    }
}
