namespace H2Ask.Core.Corpus.Duplicates;

/// <summary>Finds documents that repeat another and passages that say the same, over a whole corpus, and links them.</summary>
internal static class NearDuplicates
{
    /// <summary>Documents are the same where so much of the shorter stands in the longer.</summary>
    private const double SameDocument = 0.85;

    /// <summary>A document that is only a part of another is its duplicate from this share of its length on; below it is a quotation.</summary>
    private const double FewestShared = 0.6;

    /// <summary>From this share of its length on the shorter document is as full as the longer.</summary>
    private const double EquallyFull = 0.95;

    /// <summary>Passages are twins where so much of the shorter stands in the longer.</summary>
    private const double SamePassage = 0.9;

    /// <summary>A passage with fewer shingles says too little to be the twin of one that holds it.</summary>
    private const int ShortestContained = 24;

    /// <summary>The corpus with <see cref="PolicyDocument.DuplicateOf"/> and <see cref="Passage.Twins"/> filled.</summary>
    /// <param name="documents">All documents of the corpus, in the order of their files and places.</param>
    public static IReadOnlyList<CorpusDocument> Link(IReadOnlyList<CorpusDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var passages = documents.SelectMany(document => document.Passages).ToList();
        var shingles = passages.Select(passage => Shingles.Of(passage.SearchText)).ToList();
        var originals = FindOriginals(documents, new DocumentShingles(documents, shingles));
        var twins = FindTwins(passages, shingles);
        var linked = new CorpusDocument[documents.Count];
        for (var i = 0; i < linked.Length; i++)
        {
            var document = documents[i];
            if (originals[i] is { } original) document = document with { Document = document.Document with { DuplicateOf = original } };
            if (document.Passages.Any(passage => twins.ContainsKey(passage.Id)))
            {
                document = document with { Passages = document.Passages.Select(passage => twins.TryGetValue(passage.Id, out var ids) ? passage with { Twins = ids } : passage).ToList() };
            }

            linked[i] = document;
        }

        return linked;
    }

    /// <summary>Of each document the id of the one that it repeats: the fuller of the two, or the earlier where they are equally full.</summary>
    private static string?[] FindOriginals(IReadOnlyList<CorpusDocument> documents, DocumentShingles shingles)
    {
        var originals = new int[documents.Count];
        Array.Fill(originals, -1);
        foreach (var (first, second) in CandidatePairs.Find(shingles.Sampled))
        {
            var (firstCount, secondCount) = (shingles[first].Length, shingles[second].Length);
            var share = Math.Min(firstCount, secondCount) / (double)Math.Max(firstCount, secondCount);
            if (share < FewestShared || Shingles.Containment(shingles[first], shingles[second]) < SameDocument) continue;
            // Equally full, the earlier one stays.
            var (copy, kept) = share > EquallyFull || firstCount > secondCount ? (second, first) : (first, second);
            // Nothing repeats what repeats it: of every group of copies one is left.
            kept = Root(originals, kept);
            if (originals[copy] < 0 && kept != copy) originals[copy] = kept;
        }

        var ids = new string?[documents.Count];
        for (var i = 0; i < ids.Length; i++)
        {
            if (originals[i] >= 0) ids[i] = documents[Root(originals, i)].Document.Id;
        }

        return ids;
    }

    /// <summary>The document at the end of a chain of copies; the chain is shortened on the way, so that long ones cost little.</summary>
    private static int Root(int[] originals, int document)
    {
        while (originals[document] >= 0)
        {
            var next = originals[document];
            if (originals[next] >= 0) originals[document] = originals[next];
            document = next;
        }

        return document;
    }

    /// <summary>Of each passage that has twins their ids, in the order of the corpus.</summary>
    private static Dictionary<string, IReadOnlyList<string>> FindTwins(List<Passage> passages, List<ulong[]> shingles)
    {
        var twins = new SortedSet<int>?[passages.Count];
        foreach (var (first, second) in CandidatePairs.Find(shingles))
        {
            if (!AreTwins(shingles[first], shingles[second])) continue;
            (twins[first] ??= []).Add(second);
            (twins[second] ??= []).Add(first);
        }

        var found = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        for (var i = 0; i < twins.Length; i++)
        {
            if (twins[i] is { } indexes) found[passages[i].Id] = indexes.Select(index => passages[index].Id).ToList();
        }

        return found;
    }

    private static bool AreTwins(ulong[] first, ulong[] second)
    {
        var smaller = Math.Min(first.Length, second.Length);
        if (smaller < ShortestContained && smaller * 2 < Math.Max(first.Length, second.Length)) return false;
        return Shingles.Containment(first, second) >= SamePassage;
    }
}
