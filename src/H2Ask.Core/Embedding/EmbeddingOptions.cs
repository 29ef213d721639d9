namespace H2Ask.Core.Embedding;

/// <summary>How an embedding model uses the machine.</summary>
public sealed class EmbeddingOptions
{
    /// <summary>The largest <see cref="BatchTokens"/> that can be set.</summary>
    public const int LargestBatch = 65_536;

    private int _threads = Environment.ProcessorCount;
    private int _batchTokens = 1024;

    /// <summary>How many batches of passages are embedded at once, each on one core (all cores by default).</summary>
    public int Threads
    {
        get => _threads;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _threads = value;
        }
    }

    /// <summary>The most tokens of a batch, padding included; a text that is longer by itself is a batch of its own (1,024 by default).</summary>
    public int BatchTokens
    {
        get => _batchTokens;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LargestBatch);
            _batchTokens = value;
        }
    }
}
