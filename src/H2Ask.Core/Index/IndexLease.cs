namespace H2Ask.Core.Index;

/// <summary>One use of an index: it stays open until every use has ended, though another index has taken its place.</summary>
public sealed class IndexLease : IDisposable
{
    private readonly IPassageIndex _index;
    private SharedIndex? _shared;

    internal IndexLease(IPassageIndex index, SharedIndex shared) => (_index, _shared) = (index, shared);

    /// <summary>The index.</summary>
    public IPassageIndex Index => _shared is null ? throw new ObjectDisposedException(nameof(IndexLease)) : _index;

    /// <summary>Ends the use.</summary>
    public void Dispose() => Interlocked.Exchange(ref _shared, null)?.Leave();
}
