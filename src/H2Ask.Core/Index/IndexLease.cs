namespace H2Ask.Core.Index;

/// <summary>One use of an index: its files stay open until every use has ended, though another index has taken its place.</summary>
public sealed class IndexLease : IDisposable
{
    private PassageIndex? _index;

    internal IndexLease(PassageIndex index) => _index = index;

    /// <summary>The index.</summary>
    public PassageIndex Index => _index ?? throw new ObjectDisposedException(nameof(IndexLease));

    /// <summary>Ends the use.</summary>
    public void Dispose() => Interlocked.Exchange(ref _index, null)?.Leave();
}
