using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using H2Ask.Core.Corpus;

namespace H2Ask.Core.Index;

/// <summary>
/// The index on disk: one file of JSON lines (manifest, documents, checksum), written beside the last one and put in its
/// place in one step, so that a program killed at any moment leaves the last good index.
/// </summary>
public static class IndexFile
{
    private const string FileName = "index.jsonl";
    private const string LockName = "index.lock";
    private const string Remedy = "Start ./run, or index again: it is made anew.";

    /// <summary>The file that holds the index in a folder.</summary>
    public static string PathIn(string folder) => Path.Combine(folder, FileName);

    /// <summary>What the index in the folder was made of; null where there is no index or a damaged one.</summary>
    public static IndexManifest? ReadManifest(string folder)
    {
        try
        {
            var content = ReadContent(folder);
            return JsonSerializer.Deserialize(content[..content.IndexOf((byte)'\n')], IndexJsonContext.OfIndex.IndexManifest);
        }
        catch (Exception fault) when (fault is IndexException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes the index and puts it in the place of the one before.</summary>
    /// <exception cref="IndexException">Another process is writing an index there, or the folder can't be written.</exception>
    public static void Write(string folder, IndexManifest manifest, IEnumerable<CorpusDocument> documents)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var writerLock = Lock(folder);
            var temporary = PathIn(folder) + ".new";
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            using (var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256))
            {
                WriteLine(file, hash, JsonSerializer.SerializeToUtf8Bytes(manifest, IndexJsonContext.OfIndex.IndexManifest));
                foreach (var document in documents)
                {
                    WriteLine(file, hash, JsonSerializer.SerializeToUtf8Bytes(document, IndexJsonContext.OfIndex.CorpusDocument));
                }

                file.Write(Checksum(hash.GetHashAndReset()));
                if (file.Length > Array.MaxLength) throw new IndexException($"The index would be larger than {Array.MaxLength >> 20} MiB. Index fewer documents.");
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, PathIn(folder), overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new IndexException($"The index can't be written to {folder}: {fault.Message}", fault);
        }
    }

    /// <summary>Opens the index in the folder.</summary>
    /// <exception cref="IndexException">There is none, or it can't be read, is damaged, or is another version's.</exception>
    public static PassageIndex Open(string folder)
    {
        try
        {
            return Read(ReadContent(folder));
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            throw new IndexException($"The index {PathIn(folder)} is not one that this version can read. {Remedy}", fault);
        }
    }

    /// <summary>The lines of the index, after a check of their checksum.</summary>
    private static ReadOnlySpan<byte> ReadContent(string folder)
    {
        var path = PathIn(folder);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new IndexException(
                $"There is no index in {folder}. Start ./run, which makes one, or run the command line: H2Ask.Indexer index DIR --index {folder}.", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new IndexException($"The index {path} can't be read: {fault.Message}", fault);
        }

        var content = bytes.AsSpan();
        var lastLine = content.LastIndexOf((byte)'\n') + 1;
        return lastLine > 0 && content[lastLine..].SequenceEqual(Checksum(SHA256.HashData(content[..lastLine])))
            ? content[..lastLine]
            : throw new IndexException($"The index {path} is damaged: its checksum does not fit. {Remedy}");
    }

    private static PassageIndex Read(ReadOnlySpan<byte> content)
    {
        IndexManifest? manifest = null;
        var documents = new List<CorpusDocument>();
        while (!content.IsEmpty)
        {
            var end = content.IndexOf((byte)'\n');
            var line = content[..end];
            content = content[(end + 1)..];
            if (manifest is null) manifest = JsonSerializer.Deserialize(line, IndexJsonContext.OfIndex.IndexManifest);
            else documents.Add(JsonSerializer.Deserialize(line, IndexJsonContext.OfIndex.CorpusDocument) ?? throw new JsonException());
        }

        return new PassageIndex(manifest ?? throw new JsonException(), documents);
    }

    private static byte[] Checksum(byte[] hash) => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash));

    private static FileStream Lock(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        }
        catch (IOException fault)
        {
            throw new IndexException($"The index in {folder} can't be locked for writing: {fault.Message} Another process may be writing it: wait until it has ended, then try again.", fault);
        }
    }

    private static void WriteLine(FileStream file, IncrementalHash hash, byte[] json)
    {
        byte[] line = [.. json, (byte)'\n'];
        hash.AppendData(line);
        file.Write(line);
    }
}
