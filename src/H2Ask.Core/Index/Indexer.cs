using System.Security.Cryptography;
using System.Text;
using H2Ask.Core.Corpus;

namespace H2Ask.Core.Index;

/// <summary>Makes the index of a folder of documents, where the one that is there does not fit any more.</summary>
public static class Indexer
{
    /// <summary>Indexes the folder; does nothing where the index is up to date, unless forced.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="IndexException">The folder holds nothing to index, or the index can't be written.</exception>
    public static IndexingResult Run(string corpusFolder, string indexFolder, bool force = false)
    {
        var documents = CorpusReader.Read(corpusFolder);
        var fingerprint = Fingerprint(corpusFolder);
        if (!force && IndexFile.ReadManifest(indexFolder) is { } present && present.Fingerprint == fingerprint)
        {
            return new IndexingResult(present, Changed: false);
        }

        var read = documents.ToList();
        if (read.Count == 0) throw new IndexException($"The folder {corpusFolder} holds no .txt file with text in it: nothing to index.");
        var manifest = new IndexManifest(fingerprint, read.Count, read.Sum(document => document.Passages.Count), DateTimeOffset.UtcNow);
        IndexFile.Write(indexFolder, manifest, read);
        return new IndexingResult(manifest, Changed: true);
    }

    /// <summary>Changes with every file's name and content, and with the program: another version may cut the same text otherwise.</summary>
    private static string Fingerprint(string corpusFolder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(Indexer).Module.ModuleVersionId.ToByteArray());
        foreach (var path in CorpusReader.Files(corpusFolder))
        {
            using var file = File.OpenRead(path);
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(corpusFolder, path)));
            hash.AppendData(SHA256.HashData(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
