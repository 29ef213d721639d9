namespace H2Ask.Core.Corpus.Duplicates;

/// <summary>
/// Finds the pairs of texts worth comparing: those that share sampled shingles. A shingle is sampled by its own value (the rest modulo a number is 0), so
/// that a text and a part of it sample the same ones; shingles that very many texts share are passed over, which keeps the work linear.
/// </summary>
internal static class CandidatePairs
{
    /// <summary>One shingle in so many is sampled.</summary>
    private const ulong SampleRate = 8;

    /// <summary>A shingle in more texts than this is a set phrase.</summary>
    private const int MostTexts = 24;

    /// <summary>The pairs of texts, each once, the lower index first, with how many sampled shingles they share.</summary>
    public static Dictionary<(int First, int Second), int> Find(IReadOnlyList<ulong[]> texts)
    {
        var holders = new Dictionary<ulong, List<int>>();
        for (var i = 0; i < texts.Count; i++)
        {
            var sampled = 0;
            foreach (var shingle in texts[i])
            {
                if (shingle % SampleRate != 0) continue;
                Hold(shingle, i);
                sampled++;
            }

            // A very short text may sample nothing; it is found by its smallest shingle.
            if (sampled == 0 && texts[i].Length > 0) Hold(texts[i][0], i);
        }

        var pairs = new Dictionary<(int, int), int>();
        foreach (var (_, indexes) in holders)
        {
            if (indexes.Count is < 2 or > MostTexts) continue;
            for (var i = 0; i < indexes.Count; i++)
            {
                for (var j = i + 1; j < indexes.Count; j++) pairs[(indexes[i], indexes[j])] = pairs.GetValueOrDefault((indexes[i], indexes[j])) + 1;
            }
        }

        return pairs;

        void Hold(ulong shingle, int index)
        {
            if (!holders.TryGetValue(shingle, out var indexes)) holders[shingle] = indexes = [];
            if (indexes.Count <= MostTexts) indexes.Add(index);
        }
    }
}
