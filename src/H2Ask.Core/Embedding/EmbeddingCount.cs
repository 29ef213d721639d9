namespace H2Ask.Core.Embedding;

/// <summary>Counts what several threads have done, and reports the texts in rising order.</summary>
internal sealed class EmbeddingCount(IProgress<int>? progress)
{
    private readonly Lock _gate = new();
    private int _texts;
    private int _cut;
    private long _tokens;

    public int Cut => _cut;

    public long Tokens => _tokens;

    public void AddTokens(int tokens, bool isCut)
    {
        Interlocked.Add(ref _tokens, tokens);
        if (isCut) Interlocked.Increment(ref _cut);
    }

    public void AddTexts(int texts)
    {
        if (texts == 0) return;
        lock (_gate)
        {
            _texts += texts;
            progress?.Report(_texts);
        }
    }
}
