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
    private const string Remedy = "Make it again: h2ask index DIR --force (or delete the folder and start ./run).";

    /// <summary>The file that holds the index in a folder.</summary>
    public static string PathIn(string folder) => Path.Combine(folder, FileName);

    /// <summary>What the index in the folder was made of; null where there is no index or none that can be read.</summary>
    public static IndexManifest? ReadManifest(string folder)
    {
        try
        {
            using var reader = new StreamReader(PathIn(folder), Encoding.UTF8);
            return reader.ReadLine() is { } line ? JsonSerializer.Deserialize(line, IndexJsonContext.Default.IndexManifest) : null;
        }
        catch (Exception fault) when (fault is IOException or JsonException or UnauthorizedAccessException)
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
                WriteLine(file, hash, JsonSerializer.SerializeToUtf8Bytes(manifest, IndexJsonContext.Default.IndexManifest));
                foreach (var document in documents)
                {
                    WriteLine(file, hash, JsonSerializer.SerializeToUtf8Bytes(document, IndexJsonContext.Default.CorpusDocument));
                }

                file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset())));
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
    /// <exception cref="IndexException">There is none, or it is damaged.</exception>
    public static PassageIndex Open(string folder)
    {
        var path = PathIn(folder);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new IndexException($"There is no index in {folder}. Make one: h2ask index DIR (./run does it by itself).", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new IndexException($"The index {path} can't be read: {fault.Message}", fault);
        }

        var content = bytes.AsSpan();
        var lastLine = content.LastIndexOf((byte)'\n') + 1;
        if (!content[lastLine..].SequenceEqual(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(content[..lastLine])))))
        {
            throw new IndexException($"The index {path} is damaged: its checksum does not fit. {Remedy}");
        }

        try
        {
            return Read(content[..lastLine]);
        }
        catch (JsonException fault)
        {
            throw new IndexException($"The index {path} is not one that this version can read. {Remedy}", fault);
        }
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
            if (manifest is null) manifest = JsonSerializer.Deserialize(line, IndexJsonContext.Default.IndexManifest);
            else documents.Add(JsonSerializer.Deserialize(line, IndexJsonContext.Default.CorpusDocument) ?? throw new JsonException());
        }

        return new PassageIndex(manifest ?? throw new JsonException(), documents);
    }

    private static FileStream Lock(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        }
        catch (IOException fault)
        {
            throw new IndexException($"Another process is writing the index in {folder}. Wait until it has ended, then try again.", fault);
        }
    }

    private static void WriteLine(FileStream file, IncrementalHash hash, byte[] json)
    {
        byte[] line = [.. json, (byte)'\n'];
        hash.AppendData(line);
        file.Write(line);
    }
}
