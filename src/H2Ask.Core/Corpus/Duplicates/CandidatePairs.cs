namespace H2Ask.Core.Corpus.Duplicates;

/// <summary>
/// Finds the pairs of texts worth comparing: those that share sampled shingles. A shingle is sampled by its own value, so that a text and a part of it
/// sample the same ones; of those that very many texts share each is paired with the next only, which keeps the work linear.
/// </summary>
internal static class CandidatePairs
{
    /// <summary>One shingle in so many is sampled.</summary>
    private const ulong SampleRate = 8;

    /// <summary>Of so many texts that share a shingle all pairs are compared.</summary>
    private const int MostPaired = 24;

    /// <summary>The pairs of texts, each once, the lower index first, in their order.</summary>
    public static List<(int First, int Second)> Find(IReadOnlyList<ulong[]> texts)
    {
        var samples = Sample(texts);
        var pairs = new HashSet<(int, int)>();
        for (var start = 0; start < samples.Count;)
        {
            var end = start + 1;
            while (end < samples.Count && samples[end].Shingle == samples[start].Shingle) end++;
            // Many copies make a chain; a set phrase in many texts makes no more pairs than there are texts.
            var reach = end - start <= MostPaired ? end : 2;
            for (var i = start; i < end; i++)
            {
                for (var j = i + 1; j < end && j - i < reach; j++) pairs.Add((samples[i].Text, samples[j].Text));
            }

            start = end;
        }

        return [.. pairs.Order()];
    }

    /// <summary>Whether a shingle is in the sample.</summary>
    public static bool IsSampled(ulong shingle) => shingle % SampleRate == 0;

    private static List<(ulong Shingle, int Text)> Sample(IReadOnlyList<ulong[]> texts)
    {
        var samples = new List<(ulong Shingle, int Text)>();
        for (var i = 0; i < texts.Count; i++)
        {
            var before = samples.Count;
            foreach (var shingle in texts[i])
            {
                if (IsSampled(shingle)) samples.Add((shingle, i));
            }

            // A very short text may sample nothing; it is found by its smallest shingle.
            if (samples.Count == before && texts[i].Length > 0) samples.Add((texts[i][0], i));
        }

        samples.Sort();
        return samples;
    }
}
