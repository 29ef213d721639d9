using System.Runtime.CompilerServices;
using H2Ask.Core.Answering.Checking;
using H2Ask.Core.Index;
using H2Ask.Core.Telemetry;
using Microsoft.Extensions.AI;

namespace H2Ask.Core.Answering.Llm;

/// <summary>One answer that an LLM writes: its statements as they are proved, and how it ended.</summary>
internal sealed class LlmWriting
{
    /// <summary>No token is longer on average.</summary>
    private const int CharactersInToken = 6;

    private readonly IChatClient _client;
    private readonly LlmOptions _options;
    private readonly IReadOnlyList<ChatMessage> _prompt;
    private readonly StatementReader _reader = new();
    private readonly StatementCheck _check;
    private readonly CitationList _citations;
    private readonly List<Statement> _statements = [];

    public LlmWriting(IChatClient client, LlmOptions options, IPassageIndex index, Answer found, IReadOnlyList<ChatMessage> prompt)
    {
        (_client, _options, _prompt) = (client, options, prompt);
        _check = new StatementCheck(found.Hits, found.StandaloneQuestion, index.Weight);
        _citations = new CitationList(index);
    }

    /// <summary>The statements that were proved.</summary>
    public IReadOnlyList<Statement> Statements => _statements;

    /// <summary>What they rest on.</summary>
    public IReadOnlyList<Citation> Citations => _citations.All;

    /// <summary>How many statements were dropped, for nothing proves them.</summary>
    public int Dropped { get; private set; }

    /// <summary>Whether the LLM said that the passages do not hold an answer.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>What kept the LLM from answering to the end, in a sentence; null where nothing did.</summary>
    public string? Fault { get; private set; }

    /// <summary>Whether the LLM was not asked, since too many answers wait for it.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Asks the LLM and gives each statement once it is proved. What fails ends it, see <see cref="Fault"/>; only cancelling throws.</summary>
    public async IAsyncEnumerable<StatementMade> WriteAsync([EnumeratorCancellation] CancellationToken cancelled)
    {
        using var measured = Signals.Writing(cancelled);
        await foreach (var made in StatementsAsync(cancelled)) yield return made;
        measured.Ends(IsBusy ? "busy" : Fault is not null ? "failed" : IsRefused ? "refused" : "written");
        Signals.Dropped(Dropped);
    }

    private async IAsyncEnumerable<StatementMade> StatementsAsync([EnumeratorCancellation] CancellationToken cancelled)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(patience.Token);
        patience.CancelAfter(TimeSpan.FromSeconds(_options.TimeoutSeconds));
        var settings = new ChatOptions { Temperature = _options.Temperature, MaxOutputTokens = _options.MaxOutputTokens };
        await using var updates = _client.GetStreamingResponseAsync(_prompt, settings, silence.Token).GetAsyncEnumerator(silence.Token);
        var written = 0;
        var hasEnded = false;
        while (!IsRefused && Fault is null)
        {
            silence.CancelAfter(TimeSpan.FromSeconds(_options.SilenceSeconds));
            if (await NextAsync(updates, written > 0, cancelled) is not { } update) break;
            hasEnded |= update.FinishReason == ChatFinishReason.Stop;
            written += update.Text.Length;
            await foreach (var made in ProveAsync(_reader.Add(update.Text), cancelled)) yield return made;
            if (written > (long)_options.MaxOutputTokens * CharactersInToken) Fault = LlmFault.TooLong;
        }

        if (IsRefused) yield break;
        await foreach (var made in ProveAsync(_reader.End(hasEnded && Fault is null), cancelled)) yield return made;
        if (IsRefused) yield break;
        if (written > 0 && !hasEnded) Fault ??= LlmFault.BrokenOff;
        if (_statements.Count == 0 && Dropped == 0) Fault ??= LlmFault.Silent;
    }

    private async Task<ChatResponseUpdate?> NextAsync(IAsyncEnumerator<ChatResponseUpdate> updates, bool hasBegun, CancellationToken cancelled)
    {
        try
        {
            return await updates.MoveNextAsync() ? updates.Current : null;
        }
        catch (Exception) when (cancelled.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancelled);
        }
        catch (OperationCanceledException)
        {
            Fault = LlmFault.TimedOut(_options);
        }
        catch (Exception fault)
        {
            // Whatever the endpoint sends, the question is answered or refused.
            Fault = LlmFault.Explain(fault, hasBegun);
            IsBusy = fault is LlmBusyException;
        }

        return null;
    }

    private async IAsyncEnumerable<StatementMade> ProveAsync(IReadOnlyList<DraftStatement> drafts, [EnumeratorCancellation] CancellationToken cancelled)
    {
        foreach (var draft in drafts)
        {
            if (_statements.Count == 0 && draft.Text.Trim('。', '.', ' ', '“', '”', '"') == LlmPrompt.Refusal)
            {
                IsRefused = true;
                yield break;
            }

            if (_statements.Exists(said => said.Text == draft.Text)) continue;
            var proofs = _check.Prove(draft.Text, draft.Cited);
            if (proofs.Count == 0)
            {
                Dropped++;
                continue;
            }

            var known = _citations.All.Count;
            var numbers = new SortedSet<int>();
            foreach (var proof in proofs) numbers.Add(await _citations.CiteAsync(proof, cancelled));
            var statement = new Statement(draft.Text, [.. numbers]);
            _statements.Add(statement);
            yield return new StatementMade(statement, [.. _citations.All.Skip(known)]);
        }
    }
}
