using System.Globalization;
using System.Text.Json;
using H2Ask.Core.Index;
using H2Ask.Qdrant.Stored;
using H2Ask.Qdrant.Wire;

namespace H2Ask.Qdrant.Writing;

/// <summary>
/// The right to write an index: a point that says who has it, and that ends by itself where its holder is heard of no more. Qdrant has no locks: whoever
/// wants it says so first and then looks who else does, so that of two at once at least one steps back.
/// </summary>
internal sealed class WritingRight : IAsyncDisposable
{
    private static readonly IReadOnlyList<string> Fields = [PayloadFields.Type, PayloadFields.Writer];

    private readonly QdrantCollection _writers;
    private readonly TimeSpan _lease;
    private readonly string _holder;
    private readonly Guid _id = Guid.NewGuid();
    private readonly CancellationTokenSource _ended = new();
    private Task _renewing = Task.CompletedTask;
    private long _expires;

    private WritingRight(QdrantCollection writers, QdrantOptions options)
    {
        _writers = writers;
        _lease = TimeSpan.FromSeconds(options.LeaseSeconds);
        var now = DateTime.Now.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        _holder = $"process {Environment.ProcessId} on {Environment.MachineName} since {now}";
    }

    /// <summary>Takes the right until it is disposed of.</summary>
    /// <exception cref="IndexException">Another process has it.</exception>
    public static async Task<WritingRight> TakeAsync(QdrantCollection writers, QdrantOptions options, CancellationToken cancelled)
    {
        var right = new WritingRight(writers, options);
        try
        {
            await right.ClaimAsync(cancelled);
            await right.StepBackAsync(cancelled);
        }
        catch
        {
            await right.DisposeAsync();
            throw;
        }

        right._renewing = right.RenewAsync();
        return right;
    }

    /// <summary>Makes sure that the right is still there.</summary>
    /// <exception cref="IndexException">It is not.</exception>
    public async Task CheckAsync(CancellationToken cancelled)
    {
        var found = await _writers.ReadAsync([_id], Fields, cancelled, consistency: "majority");
        if (found is not [{ Payload.Writer: { } claim }] || IsOver(claim)) throw Lost();
        await StepBackAsync(cancelled);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _renewing;
        try
        {
            using var patience = new CancellationTokenSource(_lease);
            await _writers.DeleteAsync(new PointDeletion { Points = [_id] }, patience.Token);
        }
        catch (Exception fault) when (fault is IndexException or OperationCanceledException)
        {
            // It ends by itself.
        }

        _ended.Dispose();
    }

    private static bool IsOver(WriterClaim claim) => IsPast(claim.Expires);

    private static bool IsPast(long expires) => expires < DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    private static IndexException Lost() => new("The server has heard nothing of this process for too long, and another may write the index now. Nothing was changed; index again.");

    private async Task ClaimAsync(CancellationToken cancelled)
    {
        var claim = new WriterClaim(_holder, DateTimeOffset.UtcNow.Add(_lease).ToUnixTimeSeconds());
        var point = new NewPoint(_id, PointVectors.None, new PointPayload(PointTypes.Writer) { Writer = claim });
        await _writers.UploadAsync(JsonSerializer.SerializeToUtf8Bytes(new PointUpload([point]), QdrantJson.Shapes.PointUpload), cancelled);
        Interlocked.Exchange(ref _expires, claim.Expires);
    }

    /// <summary>Leaves the index to another one who writes it; what is left of those who do no more is deleted.</summary>
    private async Task StepBackAsync(CancellationToken cancelled)
    {
        var over = new List<Guid>();
        await foreach (var point in _writers.ScrollAsync(new Filter(), Fields, cancelled, consistency: "majority"))
        {
            if (point.Id == _id || point.Payload?.Writer is not { } claim) continue;
            if (!IsOver(claim)) throw Taken(claim);
            over.Add(point.Id);
        }

        if (over.Count > 0) await _writers.DeleteAsync(new PointDeletion { Points = over }, cancelled);
    }

    private static IndexBusyException Taken(WriterClaim claim)
    {
        var left = Math.Max(1, claim.Expires - DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        return new IndexBusyException($"The index is being written by another process ({claim.Holder}). Wait until it has ended; if it was killed, its right ends in {left} seconds.");
    }

    private async Task RenewAsync()
    {
        using var timer = new PeriodicTimer(_lease / 3);
        try
        {
            // Once it has ended it stays so: another may have had it meanwhile, and put in use what this one knows nothing of.
            while (await timer.WaitForNextTickAsync(_ended.Token) && !IsPast(Interlocked.Read(ref _expires)))
            {
                try
                {
                    await ClaimAsync(_ended.Token);
                }
                catch (IndexException)
                {
                    // The next time it may be reached again; before anything is put in use, the right is looked at.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The right is given back.
        }
    }
}
