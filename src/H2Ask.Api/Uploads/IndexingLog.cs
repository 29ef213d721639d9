namespace H2Ask.Api.Uploads;

/// <summary>What has become of the latest changes; the oldest that are over are forgotten.</summary>
internal sealed class IndexingLog
{
    private const int MostKept = 500;

    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, IndexingStatus> _statuses = new(StringComparer.Ordinal);

    /// <summary>Adds a change, or says what has become of it.</summary>
    public void Set(IndexingStatus status)
    {
        lock (_lock)
        {
            _statuses[status.Id] = status;
            if (_statuses.Count <= MostKept) return;
            var oldest = _statuses.Values.FirstOrDefault(known => known.IsOver);
            if (oldest is not null) _statuses.Remove(oldest.Id);
        }
    }

    /// <summary>What has become of a change; null where it is not known, or not any more.</summary>
    public IndexingStatus? Find(string id)
    {
        lock (_lock) return _statuses.GetValueOrDefault(id);
    }

    /// <summary>All that is known, the latest first.</summary>
    public IReadOnlyList<IndexingStatus> All()
    {
        lock (_lock) return [.. _statuses.Values.Reverse()];
    }
}
