using H2Ask.Core.Index;

namespace H2Ask.Api.Uploads;

/// <summary>
/// The folder of uploaded documents. Beside them lie, hidden from whatever reads the folder, the changes that wait to be indexed: a folder
/// each, put there in one step, so that a service killed at any moment finds them again at its next start. One service has the folder at a time.
/// </summary>
/// <param name="path">The folder.</param>
internal sealed class UploadFolder(string path) : IDisposable
{
    private const string DeletionMark = ".delete";
    private const string TakenMark = ".taken";
    private const string TriesName = "tries";

    private readonly string _incoming = System.IO.Path.Combine(path, ".incoming");
    private readonly string _waiting = System.IO.Path.Combine(path, ".waiting");
    private FileStream? _lock;

    /// <summary>Where it is.</summary>
    public string Path => path;

    /// <summary>Whether this service has the folder.</summary>
    public bool IsOpen => Volatile.Read(ref _lock) is not null;

    /// <summary>Makes the folder where it is missing, and takes it; what was being received when the service ended is deleted.</summary>
    /// <returns>False where another service has it.</returns>
    /// <exception cref="IOException">It can't be written to.</exception>
    public bool TryOpen()
    {
        Directory.CreateDirectory(path);
        if (FileLock.TryTake(System.IO.Path.Combine(path, ".lock")) is not { } taken) return false;
        try
        {
            if (Directory.Exists(_incoming)) Directory.Delete(_incoming, recursive: true);
            Directory.CreateDirectory(_incoming);
            Directory.CreateDirectory(_waiting);
        }
        catch
        {
            taken.Dispose();
            throw;
        }

        Volatile.Write(ref _lock, taken);
        return true;
    }

    /// <summary>Where an uploaded document of this name is, or would be.</summary>
    public string PathOf(string name) => System.IO.Path.Combine(path, name);

    /// <summary>How large all files in it are together, those that wait too.</summary>
    public long Size() => new DirectoryInfo(path).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None })
        .Sum(file => file.Exists ? file.Length : 0);

    /// <summary>Makes a folder to receive a file in; it is deleted with <see cref="Abandon"/> where it is not put among the changes that wait.</summary>
    public string BeginReceiving() => Directory.CreateDirectory(System.IO.Path.Combine(_incoming, Guid.NewGuid().ToString("N"))).FullName;

    /// <summary>Deletes a folder that a file was received in, if it is still there.</summary>
    public static void Abandon(string received)
    {
        if (Directory.Exists(received)) Directory.Delete(received, recursive: true);
    }

    /// <summary>Puts what was received among the changes that wait.</summary>
    public void Wait(WaitingChange change, string received)
    {
        if (change.Kind == ChangeKind.Delete) Mark(System.IO.Path.Combine(received, change.Name + DeletionMark));
        Directory.Move(received, EntryOf(change));
    }

    /// <summary>The changes that wait, the oldest first: those that an earlier service left.</summary>
    public IReadOnlyList<WaitingChange> ReadWaiting() =>
        [.. Directory.GetDirectories(_waiting).Order(StringComparer.Ordinal).Select(Read).OfType<WaitingChange>()];

    /// <summary>The file of a change before it is taken; where it has been, the document itself.</summary>
    public string ContentOf(WaitingChange change) =>
        System.IO.Path.Combine(EntryOf(change), change.Name) is var waiting && File.Exists(waiting) ? waiting : PathOf(change.Name);

    /// <summary>Counts how often a file was begun to be read without an end: one that ends the service each time must not do so for ever.</summary>
    /// <returns>How often, this time included.</returns>
    public long CountTry(WaitingChange change)
    {
        using var tries = new FileStream(System.IO.Path.Combine(EntryOf(change), TriesName), FileMode.Append, FileAccess.Write);
        tries.WriteByte((byte)'.');
        return tries.Length;
    }

    /// <summary>Puts a document that was read in its place, or deletes it. It waits on to be indexed.</summary>
    public void Take(WaitingChange change)
    {
        File.Delete(System.IO.Path.Combine(EntryOf(change), TriesName));
        if (change.Kind == ChangeKind.Delete)
        {
            File.Delete(PathOf(change.Name));
            return;
        }

        var waiting = System.IO.Path.Combine(EntryOf(change), change.Name);
        if (!File.Exists(waiting)) return;
        Mark(waiting + TakenMark);
        File.Move(waiting, PathOf(change.Name), overwrite: true);
    }

    /// <summary>Forgets a change: it is indexed, or nothing will come of it.</summary>
    public void Forget(WaitingChange change)
    {
        // The mark is deleted with the folder in any order: a change without its name is none.
        if (Directory.Exists(EntryOf(change))) Directory.Delete(EntryOf(change), recursive: true);
    }

    /// <inheritdoc />
    public void Dispose() => Interlocked.Exchange(ref _lock, null)?.Dispose();

    private static WaitingChange? Read(string entry)
    {
        var id = System.IO.Path.GetFileName(entry);
        var files = Directory.GetFiles(entry).Select(file => System.IO.Path.GetFileName(file)!).Where(name => name != TriesName).Order(StringComparer.Ordinal).ToList();
        if (files is [var first, ..])
        {
            return first.EndsWith(DeletionMark, StringComparison.Ordinal)
                ? new WaitingChange(id, first[..^DeletionMark.Length], ChangeKind.Delete)
                : new WaitingChange(id, first.EndsWith(TakenMark, StringComparison.Ordinal) ? first[..^TakenMark.Length] : first, ChangeKind.Put);
        }

        Directory.Delete(entry, recursive: true);
        return null;
    }

    private static void Mark(string file)
    {
        using var mark = new FileStream(file, FileMode.Create, FileAccess.Write);
        mark.Flush(flushToDisk: true);
    }

    private string EntryOf(WaitingChange change) => System.IO.Path.Combine(_waiting, change.Id);
}
