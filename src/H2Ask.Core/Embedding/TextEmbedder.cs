using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace H2Ask.Core.Embedding;

/// <summary>Takes texts through tokenizer and network: in batches of like length, on all cores.</summary>
internal sealed class TextEmbedder(Tokenizer tokenizer, Network network, ModelSettings settings, EmbeddingOptions options)
{
    /// <summary>So many texts are tokenized before the first is embedded: enough to sort them well, few enough to keep their tokens in memory.</summary>
    internal const int Window = 2048;

    /// <summary>Writes the vector of one text.</summary>
    public void Embed(string prefix, string text, float[] vector, out bool isCut, CancellationToken cancelled)
    {
        var workspace = network.Rent();
        try
        {
            var count = Encode(prefix, text, workspace.Ids, out isCut);
            var batch = new TokenizedText(0, workspace.Ids.AsMemory(0, count));
            if (count > 0) network.Embed(workspace, [batch], [vector], cancelled);
        }
        finally
        {
            network.Return(workspace);
        }
    }

    /// <summary>The vectors of texts. One that has no tokens at all has a vector of zeros, which is like no other.</summary>
    public EmbeddedTexts Embed(string prefix, IReadOnlyList<string> texts, IProgress<int>? progress, CancellationToken cancelled)
    {
        var vectors = new float[texts.Count][];
        for (var i = 0; i < vectors.Length; i++) vectors[i] = new float[settings.Dimensions];
        var work = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancelled };
        var count = new EmbeddingCount(progress);
        for (var start = 0; start < texts.Count; start += Window)
        {
            var window = Tokenize(prefix, texts, start, work, count);
            var batches = Batches.Of(window, options.BatchTokens);
            count.AddTexts(window.Length - batches.Sum(batch => batch.Count));
            EachWithWorkspace(work, batches, (workspace, batch) =>
            {
                network.Embed(workspace, batch, vectors, cancelled);
                count.AddTexts(batch.Count);
            });
        }

        return new EmbeddedTexts(vectors, count.Cut, count.Tokens);
    }

    /// <summary>Reads the vectors of the texts' tokens, in this thread.</summary>
    public void ReadTokens(string prefix, IReadOnlyList<string> texts, TokenReader reader, CancellationToken cancelled)
    {
        var workspace = network.Rent();
        try
        {
            var tokens = new TokenizedText[texts.Count];
            for (var i = 0; i < tokens.Length; i++)
            {
                var count = Encode(prefix, texts[i], workspace.Ids, out _);
                tokens[i] = new TokenizedText(i, workspace.Ids.AsSpan(0, count).ToArray());
            }

            foreach (var batch in Batches.Of(tokens, options.BatchTokens)) network.ReadTokens(workspace, batch, reader, cancelled);
        }
        finally
        {
            network.Return(workspace);
        }
    }

    /// <summary>How many tokens a text has, however many the model reads.</summary>
    public int CountTokens(string text)
    {
        // Few texts have more tokens than letters; those are read again with more room.
        for (var room = text.Length + settings.MaximumTokens; ; room *= 2)
        {
            var ids = ArrayPool<int>.Shared.Rent(room);
            try
            {
                var count = tokenizer.Encode(text, ids, out var isCut);
                if (!isCut) return count;
            }
            finally
            {
                ArrayPool<int>.Shared.Return(ids);
            }
        }
    }

    private TokenizedText[] Tokenize(string prefix, IReadOnlyList<string> texts, int start, ParallelOptions work, EmbeddingCount count)
    {
        var window = new TokenizedText[Math.Min(Window, texts.Count - start)];
        EachWithWorkspace(work, Enumerable.Range(0, window.Length), (workspace, i) =>
        {
            var length = Encode(prefix, texts[start + i], workspace.Ids, out var isCut);
            window[i] = new TokenizedText(start + i, workspace.Ids.AsSpan(0, length).ToArray());
            count.AddTokens(length, isCut);
        });
        return window;
    }

    private int Encode(string prefix, string text, Span<int> ids, out bool isCut)
    {
        if (prefix.Length == 0) return tokenizer.Encode(text, ids, out isCut);
        var joined = ArrayPool<char>.Shared.Rent(prefix.Length + text.Length);
        try
        {
            prefix.CopyTo(joined);
            text.CopyTo(joined.AsSpan(prefix.Length));
            return tokenizer.Encode(joined.AsSpan(0, prefix.Length + text.Length), ids, out isCut);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(joined);
        }
    }

    private void EachWithWorkspace<T>(ParallelOptions work, IEnumerable<T> items, Action<NetworkWorkspace, T> act)
    {
        try
        {
            // Without a buffer: what one core takes ahead, another lacks at the end.
            var source = Partitioner.Create(items, EnumerablePartitionerOptions.NoBuffering);
            Parallel.ForEach(source, work, network.Rent, (item, _, workspace) => { act(workspace, item); return workspace; }, network.Return);
        }
        catch (AggregateException faults)
        {
            ExceptionDispatchInfo.Throw(faults.Flatten().InnerExceptions[0]);
        }
    }
}
