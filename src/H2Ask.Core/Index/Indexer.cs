using System.Security.Cryptography;
using System.Text;
using H2Ask.Core.Corpus;
using H2Ask.Core.Corpus.Passages;
using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Corpus.Reading.Files;

namespace H2Ask.Core.Index;

/// <summary>Makes the index of files and folders, where the one that is there does not fit any more.</summary>
public static class Indexer
{
    /// <summary>Indexes the files and folders; does nothing where the index is up to date, unless forced.</summary>
    /// <exception cref="IndexException">A path is missing, there is nothing to index, or the index can't be written.</exception>
    public static IndexingResult Run(IReadOnlyList<string> paths, string indexFolder, bool force = false, PassageOptions? options = null)
    {
        var missing = paths.FirstOrDefault(path => !Path.Exists(path));
        if (missing is not null) throw new IndexException($"There is no file or folder {missing}.");
        options ??= new PassageOptions();
        var fingerprint = Fingerprint(paths, options);
        if (!force && IndexFile.ReadManifest(indexFolder) is { } present && present.Fingerprint == fingerprint)
        {
            return new IndexingResult(present, Changed: false, []);
        }

        var corpus = new CorpusReader(passages: options).Read(paths);
        if (corpus.Documents.Count == 0) throw new IndexException(Nothing(paths, corpus.Skipped));
        var passages = corpus.Documents.Sum(document => document.Passages.Count);
        var manifest = new IndexManifest(fingerprint, corpus.Documents.Count, passages, DateTimeOffset.UtcNow);
        IndexFile.Write(indexFolder, manifest, corpus.Documents);
        return new IndexingResult(manifest, Changed: true, corpus.Skipped);
    }

    private static string Nothing(IReadOnlyList<string> paths, IReadOnlyList<SkippedFile> skipped) =>
        $"There is nothing to index in {string.Join(", ", paths)}: no .txt, .md, .html, .docx, .csv or .zip file with text in it."
        + string.Concat(skipped.Select(file => $"\n{file.File}: {file.Reason}"));

    /// <summary>Changes with every file's name and content, with the options, and with the program: another version may cut the same text otherwise.</summary>
    private static string Fingerprint(IReadOnlyList<string> paths, PassageOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(Indexer).Module.ModuleVersionId.ToByteArray());
        hash.AppendData(BitConverter.GetBytes(options.Minimum));
        hash.AppendData(BitConverter.GetBytes(options.Maximum));
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
}
