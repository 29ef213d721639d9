using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;
using H2Ask.Core.Answering.Llm;
using Microsoft.Extensions.AI;

namespace H2Ask.Api.Limits;

/// <summary>Asks the LLM for a few answers at once; some more wait.</summary>
internal sealed class LimitedChatClient(IChatClient client, LimitsOptions limits) : DelegatingChatClient(client)
{
    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions { PermitLimit = limits.LlmAtOnce, QueueLimit = limits.LlmWaiting });

    /// <inheritdoc />
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var lease = await WaitAsync(cancellationToken);
        return await base.GetResponseAsync(messages, options, cancellationToken);
    }

    /// <inheritdoc />
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var lease = await WaitAsync(cancellationToken);
        await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken)) yield return update;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing) _limiter.Dispose();
        base.Dispose(disposing);
    }

    private async Task<RateLimitLease> WaitAsync(CancellationToken cancelled)
    {
        var lease = await _limiter.AcquireAsync(cancellationToken: cancelled);
        if (lease.IsAcquired) return lease;
        lease.Dispose();
        throw new LlmBusyException();
    }
}
