using System.Text.Json;
using H2Ask.Core.Index;

namespace H2Ask.Core.Feedback;

/// <summary>The file of what users say of answers: one JSON object a line, only ever written on at its end, and read by its owner alone.</summary>
/// <param name="path">The file.</param>
/// <param name="largest">How large it may become (bytes).</param>
public sealed class FeedbackFile(string path, long largest = long.MaxValue) : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const int MostTries = 50;

    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromMilliseconds(20);

    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Where it is.</summary>
    public string Path => path;

    /// <summary>Writes an entry, and waits until it is on the disk.</summary>
    /// <returns>False where the file would become too large.</returns>
    /// <exception cref="IOException">It can't be written.</exception>
    public async Task<bool> AddAsync(FeedbackEntry entry, CancellationToken cancelled)
    {
        await _one.WaitAsync(cancelled);
        try
        {
            using var file = await OpenAsync(cancelled);
            byte[] line = [.. EndsInLine(file) ? ReadOnlySpan<byte>.Empty : "\n"u8, .. JsonSerializer.SerializeToUtf8Bytes(entry, FeedbackJsonContext.OfLines.FeedbackEntry), (byte)'\n'];
            if (file.Length + line.Length > largest) return false;
            file.Seek(0, SeekOrigin.End);
            file.Write(line);
            file.Flush(flushToDisk: true);
            return true;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The entries, the oldest first, and how many lines hold none: such as one that was cut when the service ended.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    public (IReadOnlyList<FeedbackEntry> Entries, int Unreadable) Read()
    {
        var (entries, unreadable) = (new List<FeedbackEntry>(), 0);
        if (!File.Exists(path)) return (entries, unreadable);
        // A service may be writing on at its end.
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        while (reader.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (Parse(line) is { } entry) entries.Add(entry);
            else unreadable++;
        }

        return (entries, unreadable);
    }

    /// <summary>What was said last of each answer, in the order in which it was first said of it.</summary>
    public static IReadOnlyList<FeedbackEntry> LastOfEach(IEnumerable<FeedbackEntry> entries) =>
        [.. entries.GroupBy(entry => entry.AnswerId, StringComparer.Ordinal).Select(said => said.Last())];

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    /// <summary>Opens the file for this entry alone; where another service has it open for one of its own, that takes a moment.</summary>
    private async Task<FileStream> OpenAsync(CancellationToken cancelled)
    {
        if (System.IO.Path.GetDirectoryName(path) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        for (var tries = 1; ; tries++)
        {
            try
            {
                return Open();
            }
            catch (IOException fault) when (FileLock.IsHeld(fault) && tries < MostTries)
            {
                await Task.Delay(TryAgainAfter, cancelled);
            }
        }
    }

    private FileStream Open()
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (OperatingSystem.IsWindows()) return new FileStream(path, options);
        options.UnixCreateMode = OwnerOnly;
        var file = new FileStream(path, options);
        // Whoever made it may have left it open to others.
        if (File.GetUnixFileMode(file.SafeFileHandle) != OwnerOnly) File.SetUnixFileMode(file.SafeFileHandle, OwnerOnly);
        return file;
    }

    /// <summary>Whether what was written last is whole: else the next entry begins a line of its own.</summary>
    private static bool EndsInLine(FileStream file)
    {
        if (file.Length == 0) return true;
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() == '\n';
    }

    private static FeedbackEntry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, FeedbackJsonContext.OfLines.FeedbackEntry);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
