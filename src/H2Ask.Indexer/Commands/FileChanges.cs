using System.Threading.Channels;

namespace H2Ask.Indexer.Commands;

/// <summary>
/// Notices when files change: the system tells at once where it can, and a look every few seconds finds what it does not tell,
/// as on network drives.
/// </summary>
internal sealed class FileChanges : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    /// <summary>Files are copied one after the other: so long nothing must change.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(0.5);

    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };

    private readonly IReadOnlyList<string> _paths;
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly Channel<bool> _told = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private int _stamp;

    /// <summary>Begins to watch files and folders.</summary>
    public FileChanges(IReadOnlyList<string> paths)
    {
        _paths = paths;
        _stamp = Stamp();
        foreach (var path in paths.Select(Path.GetFullPath)) Watch(path);
    }

    /// <summary>Waits until something has changed since the last wait, and then until nothing changes any more.</summary>
    public async Task WaitAsync(CancellationToken cancelled)
    {
        while (!await ToldWithin(LookEvery, cancelled) && Stamp() == _stamp)
        {
            // Nothing yet.
        }

        do
        {
            _stamp = Stamp();
        }
        while (await ToldWithin(Quiet, cancelled) || Stamp() != _stamp);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var watcher in _watchers) watcher.Dispose();
    }

    private void Watch(string path)
    {
        try
        {
            var isFolder = Directory.Exists(path);
            var watcher = isFolder
                ? new FileSystemWatcher(path) { IncludeSubdirectories = true }
                : new FileSystemWatcher(Path.GetDirectoryName(path)!, Path.GetFileName(path));
            _watchers.Add(watcher);
            watcher.Changed += Tell;
            watcher.Created += Tell;
            watcher.Deleted += Tell;
            watcher.Renamed += Tell;
            watcher.EnableRaisingEvents = true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // The system watches no more folders, or not this one: looking finds what changes.
        }
    }

    private void Tell(object sender, FileSystemEventArgs change) => _told.Writer.TryWrite(true);

    private async Task<bool> ToldWithin(TimeSpan time, CancellationToken cancelled)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        patience.CancelAfter(time);
        try
        {
            return await _told.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Changes with the names, lengths and times of the files; in what order they are listed says nothing.</summary>
    private int Stamp() => _paths.Aggregate(0, (stamp, path) => stamp ^ Stamp(path));

    private static int Stamp(string path)
    {
        try
        {
            var files = Directory.Exists(path) ? new DirectoryInfo(path).EnumerateFiles("*", Everything) : [new FileInfo(path)];
            return files.Where(file => file.Exists).Aggregate(0, (stamp, file) => stamp ^ HashCode.Combine(file.FullName, file.Length, file.LastWriteTimeUtc));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Gone between the two: the next look finds the rest.
            return 0;
        }
    }
}
