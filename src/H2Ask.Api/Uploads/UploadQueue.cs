using Microsoft.Extensions.Options;

namespace H2Ask.Api.Uploads;

/// <summary>The changes that wait to be indexed, in the order in which they were received whole.</summary>
internal sealed class UploadQueue(UploadFolder folder, IndexingLog log, IOptions<DocumentsOptions> options) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _told = new(0);
    private readonly List<WaitingChange> _waiting = [];
    private IReadOnlyList<WaitingChange> _underWay = [];
    private DateTimeOffset _latest;

    /// <summary>Whether no more changes are taken at present.</summary>
    public bool IsFull
    {
        get
        {
            lock (_lock) return _waiting.Count >= options.Value.MostWaiting;
        }
    }

    /// <summary>Whether there is an uploaded document of this name, once all that waits is done.</summary>
    public bool Holds(string name)
    {
        lock (_lock)
        {
            return _underWay.Concat(_waiting).LastOrDefault(change => change.Name == name) is { } last ? last.Kind == ChangeKind.Put : File.Exists(folder.PathOf(name));
        }
    }

    /// <summary>Adds a change, on the disk too.</summary>
    /// <param name="name">The name of the document.</param>
    /// <param name="kind">What is done to it.</param>
    /// <param name="received">The folder in which its file was received.</param>
    /// <param name="holds">Whether there must be such a document already, or must not; null: it does not matter.</param>
    /// <returns>Its status; null where the document is not as it must be.</returns>
    public IndexingStatus? TryAdd(string name, ChangeKind kind, string received, bool? holds)
    {
        lock (_lock)
        {
            if (holds is { } must && Holds(name) != must) return null;
            var change = new WaitingChange(NextId().ToString("N"), name, kind);
            folder.Wait(change, received);
            return Add(change);
        }
    }

    /// <summary>Adds the changes that an earlier service left.</summary>
    public void AddLeft()
    {
        lock (_lock)
        {
            foreach (var change in folder.ReadWaiting()) Add(change);
        }
    }

    /// <summary>Waits until there are changes, and takes them all; those taken before are over.</summary>
    public async Task<IReadOnlyList<WaitingChange>> NextAsync(CancellationToken cancelled)
    {
        lock (_lock) _underWay = [];
        while (true)
        {
            await _told.WaitAsync(cancelled);
            lock (_lock)
            {
                if (_waiting.Count == 0) continue;
                _underWay = [.. _waiting];
                _waiting.Clear();
                return _underWay;
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => _told.Dispose();

    private IndexingStatus Add(WaitingChange change)
    {
        var status = new IndexingStatus { Id = change.Id, Name = change.Name, Change = change.Kind, ReceivedAt = DateTimeOffset.UtcNow };
        _waiting.Add(change);
        log.Set(status);
        _told.Release();
        return status;
    }

    /// <summary>An id that sorts behind all before it: its first part is the time, and no two are of one time.</summary>
    private Guid NextId()
    {
        var now = DateTimeOffset.UtcNow;
        _latest = now > _latest.AddMilliseconds(1) ? now : _latest.AddMilliseconds(1);
        return Guid.CreateVersion7(_latest);
    }
}
