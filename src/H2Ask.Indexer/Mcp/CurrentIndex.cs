using H2Ask.Core.Index;

namespace H2Ask.Indexer.Mcp;

/// <summary>The generation of the index that is in use, opened anew where another has taken its place.</summary>
internal sealed class CurrentIndex(IIndexStore store, IPassageEmbedder? embedder) : IDisposable
{
    private readonly SemaphoreSlim _opening = new(1, 1);
    private SharedIndex? _index;

    /// <summary>The index for one use, to be disposed of with it.</summary>
    /// <exception cref="IndexException">There is none, and there was none.</exception>
    public async Task<IndexLease> TakeAsync(CancellationToken cancelled)
    {
        await _opening.WaitAsync(cancelled);
        try
        {
            await FollowAsync(cancelled);
            return _index!.Lease()!;
        }
        finally
        {
            _opening.Release();
        }
    }

    public void Dispose()
    {
        _index?.Dispose();
        _opening.Dispose();
    }

    private async Task FollowAsync(CancellationToken cancelled)
    {
        try
        {
            if (_index is { } present && await store.CurrentGenerationAsync(cancelled) == present.Generation) return;
            var opened = new SharedIndex(await store.OpenAsync(embedder, cancelled));
            _index?.Dispose();
            _index = opened;
        }
        catch (IndexException) when (_index is not null)
        {
            // The index that is open goes on being used.
        }
    }
}
