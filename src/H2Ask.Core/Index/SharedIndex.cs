namespace H2Ask.Core.Index;

/// <summary>An index that several use at once: each keeps it open from the beginning to the end of its use, though another takes its place meanwhile.</summary>
public sealed class SharedIndex(IPassageIndex index) : IDisposable
{
    private int _uses = 1;
    private int _isClosed;

    /// <summary>The name of its generation.</summary>
    public string Generation => index.Generation;

    /// <summary>Keeps the index open for a use; null where it has been closed for good.</summary>
    public IndexLease? Lease()
    {
        for (var uses = Volatile.Read(ref _uses); uses > 0; uses = Volatile.Read(ref _uses))
        {
            if (Interlocked.CompareExchange(ref _uses, uses + 1, uses) == uses) return new IndexLease(index, this);
        }

        return null;
    }

    /// <summary>Closes the index, once the last of its leases has ended.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 0) Leave();
    }

    internal void Leave()
    {
        if (Interlocked.Decrement(ref _uses) == 0) index.Dispose();
    }
}
