namespace H2Ask.Core.Embedding;

/// <summary>Puts texts of like length together, so that little is computed for padding.</summary>
internal static class Batches
{
    /// <summary>
    /// The batches, those of the longest texts first: the short ones at the end leave no core without work for long.
    /// A batch is padded to its first text, which is its longest.
    /// </summary>
    public static List<ArraySegment<TokenizedText>> Of(TokenizedText[] texts, int maximumTokens)
    {
        Array.Sort(texts, (one, other) => other.Ids.Length != one.Ids.Length ? other.Ids.Length - one.Ids.Length : one.Index - other.Index);
        var batches = new List<ArraySegment<TokenizedText>>();
        for (var start = 0; start < texts.Length && texts[start].Ids.Length > 0;)
        {
            var count = Math.Clamp(maximumTokens / texts[start].Ids.Length, 1, texts.Length - start);
            while (texts[start + count - 1].Ids.IsEmpty) count--;
            batches.Add(new ArraySegment<TokenizedText>(texts, start, count));
            start += count;
        }

        return batches;
    }
}
