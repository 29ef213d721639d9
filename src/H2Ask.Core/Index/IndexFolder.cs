using System.Globalization;
using System.Text;

namespace H2Ask.Core.Index;

/// <summary>
/// The folder of an index. Each state of the index is a generation: a folder of files that never change once the file
/// <c>current</c> names it. A program killed at any moment leaves the last good one.
/// </summary>
/// <param name="folder">The folder.</param>
public sealed class IndexFolder(string folder) : IIndexStore
{
    private const string CurrentName = "current";
    private const string GenerationsName = "generations";

    /// <summary>So many bytes are read and checked in a moment.</summary>
    private const long QuicklyRead = 256 << 20;

    /// <summary>What the version before wrote: one file of JSON lines.</summary>
    private static readonly string[] OlderFiles = ["index.jsonl", "index.jsonl.new", "index.lock"];

    /// <inheritdoc />
    public string Place => folder;

    /// <inheritdoc />
    public ValueTask<string?> CurrentGenerationAsync(CancellationToken cancelled) => new(CurrentGeneration());

    /// <inheritdoc />
    public ValueTask<IPassageIndex> OpenAsync(IPassageEmbedder? embedder, CancellationToken cancelled) => new(Open(embedder));

    /// <summary>
    /// What the index in the folder was made of; null where there is no index, or one that is seen to be damaged. A small one is
    /// compared with its checksums; of a large one, which takes long to read, only the lengths of the files are looked at.
    /// </summary>
    public ValueTask<IndexManifest?> ReadManifestAsync(CancellationToken cancelled)
    {
        using var files = TryOpenGeneration();
        var isWhole = files is not null && (files.Manifest.Files.Sum(part => part.Length) > QuicklyRead || files.FindDamaged() is null);
        return new(isWhole ? files!.Manifest : null);
    }

    /// <inheritdoc />
    public ValueTask<IndexManifest> VerifyAsync(CancellationToken cancelled) => new(Verify());

    /// <inheritdoc />
    public ValueTask<IAsyncDisposable> LockAsync(CancellationToken cancelled)
    {
        Directory.CreateDirectory(folder);
        return new(WriterLock.Take(folder));
    }

    /// <inheritdoc />
    public ValueTask<IGenerationWriter> BeginAsync(IndexManifest manifest, CancellationToken cancelled) => new(new GenerationWriter(this, manifest));

    /// <summary>The name of the generation that is in use; null where there is none.</summary>
    /// <exception cref="IndexException">It can't be read.</exception>
    public string? CurrentGeneration()
    {
        var path = Path.Combine(folder, CurrentName);
        try
        {
            var name = File.ReadAllText(path).Trim();
            // The name becomes a path.
            return name.Length is > 0 and <= 100 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
                ? name
                : throw new IndexException($"The index file {path} is damaged: it names no generation. {IndexException.Remedy}");
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new IndexException($"The index file {path} can't be read: {fault.Message}", fault);
        }
    }

    /// <summary>Opens the index in the folder.</summary>
    /// <param name="embedder">The model that questions are embedded with; null: the search is lexical.</param>
    /// <exception cref="IndexException">There is none, it is damaged or another version's, or it was made with another model.</exception>
    public EmbeddedIndex Open(IPassageEmbedder? embedder = null)
    {
        var files = OpenGeneration();
        try
        {
            files.Manifest.CheckModel(embedder, folder);
            return new EmbeddedIndex(files, embedder);
        }
        catch
        {
            files.Dispose();
            throw;
        }
    }

    /// <summary>Reads all files of the index and compares them with their checksums.</summary>
    /// <exception cref="IndexException">There is no index, or a file is damaged; the message names it.</exception>
    public IndexManifest Verify()
    {
        using var files = OpenGeneration();
        return files.FindDamaged() is { } damaged
            ? throw new IndexException($"The index file {damaged} is damaged: its checksum does not fit. {IndexException.Remedy}")
            : files.Manifest;
    }

    /// <summary>Opens the files of the generation in use; where it is replaced meanwhile, those of the next.</summary>
    private GenerationReader OpenGeneration()
    {
        var name = CurrentGeneration() ?? throw Missing();
        while (true)
        {
            try
            {
                return new GenerationReader(PathOf(name));
            }
            catch (IndexException) when (CurrentGeneration() is { } next && next != name)
            {
                name = next;
            }
        }
    }

    /// <summary>Opens the files of the generation in use; null where there is none that can be used.</summary>
    internal GenerationReader? TryOpenGeneration()
    {
        try
        {
            return OpenGeneration();
        }
        catch (IndexException)
        {
            return null;
        }
    }

    /// <summary>The folder of a generation.</summary>
    internal string PathOf(string generation) => Path.Combine(folder, GenerationsName, generation);

    /// <summary>A name for a generation that begins now.</summary>
    internal static string NewGeneration() =>
        string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyyMMdd-HHmmss-fff}-{Guid.NewGuid().ToString("N")[..8]}");

    /// <summary>Puts a generation in use, in one step.</summary>
    internal void Publish(string generation)
    {
        var path = Path.Combine(folder, CurrentName);
        using (var file = new FileStream(path + ".new", FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(Encoding.ASCII.GetBytes(generation + "\n"));
            file.Flush(flushToDisk: true);
        }

        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>Deletes every generation but one, and what older versions left.</summary>
    internal void DeleteOthers(string kept)
    {
        foreach (var generation in Directory.GetDirectories(Path.Combine(folder, GenerationsName)))
        {
            if (Path.GetFileName(generation) != kept) Delete(generation);
        }

        foreach (var name in OlderFiles) Attempt(() => File.Delete(Path.Combine(folder, name)));
    }

    /// <summary>Deletes the folder of a generation.</summary>
    internal static void Delete(string generation) => Attempt(() => Directory.Delete(generation, recursive: true));

    /// <summary>What can't be deleted since a process holds it open is left for the next run.</summary>
    private static void Attempt(Action delete)
    {
        try
        {
            delete();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The next run tries again.
        }
    }

    private IndexException Missing() => new(
        File.Exists(Path.Combine(folder, OlderFiles[0]))
            ? $"The index in {folder} is of an older version. Start ./run, or index again: it is made anew."
            : $"There is no index in {folder}. Start ./run, which makes one, or run the command line: H2Ask.Indexer index DIR --index {folder}.");
}
