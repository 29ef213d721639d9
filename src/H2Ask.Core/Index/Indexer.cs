using System.Security.Cryptography;
using System.Text;
using H2Ask.Core.Corpus;
using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Corpus.Reading.Files;

namespace H2Ask.Core.Index;

/// <summary>Makes the index of files and folders, where the one that is there does not fit any more.</summary>
public static class Indexer
{
    /// <summary>Indexes the files and folders; does nothing where the index is up to date, unless forced.</summary>
    /// <exception cref="IndexException">A path is missing, there is nothing to index, another process writes the index, or it can't be written.</exception>
    public static IndexingResult Run(IReadOnlyList<string> paths, string indexFolder, IndexingOptions? options = null, CancellationToken cancelled = default)
    {
        options ??= new IndexingOptions();
        var fingerprint = Fingerprint(paths, options.Passages.Minimum, options.Passages.Maximum, options.Embedder?.Model);
        if (!options.Force && IndexFolder.ReadManifest(indexFolder) is { } present && present.Fingerprint == fingerprint)
        {
            return new IndexingResult(present, Changed: false, []);
        }

        try
        {
            Directory.CreateDirectory(indexFolder);
            using var writing = WriterLock.Take(indexFolder);
            return Make(paths, indexFolder, fingerprint, options, cancelled);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new IndexException($"The index can't be written to {indexFolder}: {fault.Message}", fault);
        }
    }

    /// <summary>Whether an index holds the files and folders as they are now; the lengths of passages and the model are taken to be its own.</summary>
    /// <exception cref="IndexException">A path is missing.</exception>
    public static bool IsUpToDate(IReadOnlyList<string> paths, IndexManifest manifest) =>
        manifest.Fingerprint == Fingerprint(paths, manifest.ShortestPassage, manifest.LongestPassage, manifest.Model);

    private static IndexingResult Make(IReadOnlyList<string> paths, string indexFolder, string fingerprint, IndexingOptions options, CancellationToken cancelled)
    {
        var corpus = new CorpusReader(passages: options.Passages).Read(paths, new DocumentCount(options.Progress), cancelled);
        if (corpus.Documents.Count == 0) throw new IndexException(Nothing(paths, corpus.Skipped));
        var manifest = new IndexManifest(fingerprint, corpus.Documents.Count, corpus.Documents.Sum(document => document.Passages.Count), DateTimeOffset.UtcNow)
        {
            Model = options.Embedder?.Model,
            ShortestPassage = options.Passages.Minimum,
            LongestPassage = options.Passages.Maximum,
        };
        return Write(indexFolder, manifest, corpus, options, cancelled);
    }

    /// <summary>Writes the next generation and puts it in use; where that does not succeed, the one before stays.</summary>
    private static IndexingResult Write(string indexFolder, IndexManifest manifest, ReadCorpus corpus, IndexingOptions options, CancellationToken cancelled)
    {
        var name = IndexFolder.NewGeneration();
        var generation = Directory.CreateDirectory(IndexFolder.PathOf(indexFolder, name)).FullName;
        try
        {
            var writer = new GenerationWriter(generation, options.Progress, cancelled);
            writer.WriteDocuments(corpus.Documents);
            var (embedded, cut) = options.Embedder is { } embedder ? WriteVectors(writer, indexFolder, corpus, embedder) : (0, 0);
            manifest = writer.Finish(manifest);
            cancelled.ThrowIfCancellationRequested();
            IndexFolder.Publish(indexFolder, name);
            IndexFolder.DeleteOthers(indexFolder, name);
            return new IndexingResult(manifest, Changed: true, corpus.Skipped) { Embedded = embedded, Cut = cut, Kept = options.Embedder is null ? 0 : manifest.Passages - embedded };
        }
        catch
        {
            if (IndexFolder.CurrentGeneration(indexFolder) != name) IndexFolder.Delete(generation);
            throw;
        }
    }

    private static (int Embedded, int Cut) WriteVectors(GenerationWriter writer, string indexFolder, ReadCorpus corpus, IPassageEmbedder embedder)
    {
        using var before = IndexFolder.TryOpenGeneration(indexFolder);
        return writer.WriteVectors(corpus.Documents, embedder, KnownVectors.Of(before, embedder.Model));
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
