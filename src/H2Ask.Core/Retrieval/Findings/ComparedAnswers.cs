namespace H2Ask.Core.Retrieval.Findings;

/// <summary>What was found for a question as a whole and, where it compares, for each of its sides.</summary>
/// <param name="Whole">For the whole question.</param>
/// <param name="Sides">For each side, in the question's order; none where it compares nothing.</param>
/// <param name="Hits">The passages, the best of all in turn.</param>
internal sealed record ComparedAnswers(FoundAnswers Whole, IReadOnlyList<(string? Label, FoundAnswers Found)> Sides, IReadOnlyList<SearchHit> Hits)
{
    /// <summary>One letter stands in too many words to be a name.</summary>
    private const int ShortestKey = 2;

    /// <summary>A sentence that names the side takes the place of one about another with so much of its likelihood to answer.</summary>
    private const float LeastNamed = 0.02f;

    /// <summary>The same for one that names none of the sides.</summary>
    private const float LeastUnnamed = 0.1f;

    /// <summary>So much of a name is most of it.</summary>
    private const double MostOfName = 0.7;

    /// <summary>Whether the sides are clauses that each ask for something of their own.</summary>
    public bool AreClauses { get; init; }

    /// <summary>The sides, each without what its search found for another: what names that one and not itself.</summary>
    public IReadOnlyList<(string? Label, FoundAnswers Found)> Dealt() => [.. Sides.Select(side => (side.Label, Dealt(side.Label, side.Found)))];

    /// <summary>What the search for the whole question found for a side that its own did not answer: all of it where no name tells the side apart; null where nothing names the side.</summary>
    public FoundAnswers? OfWhole(string? label)
    {
        if (label is null || Whole.Findings.Count == 0) return Whole;
        if (Key(label) is not { } own) return null;
        var named = Whole.Findings.FirstOrDefault(finding => Names(finding, own) || HoldsMost(finding.Finding.Words, own));
        if (named is null || named.Share < LeastNamed * Whole.Findings[0].Share) return null;
        return Whole with { Findings = [named with { Share = Whole.Findings[0].Share }, .. Whole.Findings.Where(finding => finding != named).Select(finding => finding with { Share = 0 })] };
    }

    private FoundAnswers Dealt(string? label, FoundAnswers found)
    {
        if (label is null || found.Findings.Count == 0 || Key(label) is not { } own) return found;
        string[] others = [.. Sides.Where(side => side.Label is not null && side.Label != label).Select(side => Key(side.Label!)).OfType<string>()];
        var (kept, dealt) = (new List<ScoredFinding>(), new List<ScoredFinding>());
        // Called by other words in the documents, it cannot be told from the others.
        if (!found.Findings.Any(finding => Names(finding, own))) return found;
        foreach (var finding in found.Findings) (Named(finding, own, others) == false ? dealt : kept).Add(finding);
        if (kept.Count == 0 || dealt.Count == 0) return found;
        var best = found.Findings[0].Share;
        if (kept[0] != found.Findings[0] && kept[0].Share < (Names(kept[0], own) ? LeastNamed : LeastUnnamed) * best) return found;
        // What else is stated is measured by what was best.
        var reached = kept.Skip(1).ToLookup(finding => Names(finding, own) || !dealt.Exists(other => IsBetween(other, kept[0], finding)));
        return found with { Findings = [kept[0] with { Share = best }, .. reached[true], .. reached[false].Concat(dealt).Select(finding => finding with { Share = 0 })] };
    }

    /// <summary>Whether one stands between two others of its passage: what is stated of both would state it too.</summary>
    private static bool IsBetween(ScoredFinding finding, ScoredFinding one, ScoredFinding other) =>
        finding.Hit == one.Hit && finding.Hit == other.Hit && (finding.Finding.Order > one.Finding.Order) == (finding.Finding.Order < other.Finding.Order);

    /// <summary>Whether a sentence, or what stands before it in its passage, names the side and not only others; null where no side is named.</summary>
    private static bool? Named(ScoredFinding finding, string own, string[] others)
    {
        if (Names(finding, own)) return true;
        if (Array.Exists(others, other => Names(finding, other))) return false;
        var before = finding.Hit.Passage.SearchText.AsSpan(0, finding.Finding.Searched.Start);
        var (at, other) = (before.LastIndexOf(own), -1);
        foreach (var name in others) other = Math.Max(other, before.LastIndexOf(name));
        return at == other ? null : at > other;
    }

    private static bool Names(ScoredFinding finding, string name) => finding.Finding.Words.Contains(name, StringComparison.Ordinal);

    /// <summary>Whether a text holds most of a name, pair of letters by pair: of 天然气管道 what 天然气的输送管道 does. A figure is only itself.</summary>
    private static bool HoldsMost(string text, string name)
    {
        if (name.Any(char.IsAsciiDigit)) return false;
        var pairs = name.Zip(name.Skip(1), (one, other) => $"{one}{other}").ToList();
        return pairs.Count > 0 && pairs.Count(pair => text.Contains(pair, StringComparison.Ordinal)) >= MostOfName * pairs.Count;
    }

    /// <summary>What of a label stands in any sentence about it: of 2025年 the figures, of “十四五”末 the plan; null where nothing is left that could be told from other words (今年).</summary>
    private static string? Key(string label) => label.Trim('“', '”', '"', '《', '》', '年', '末', '底', '的') is { Length: >= ShortestKey } key ? key : null;
}
