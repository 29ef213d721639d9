using H2Ask.Core.Answering.Checking;
using H2Ask.Core.Retrieval;
using H2Ask.Core.Retrieval.Findings;
using H2Ask.Core.Text;

namespace H2Ask.Core.Answering.Extractive;

/// <summary>Chooses the findings that belong into an answer, and joins those that stand together.</summary>
internal static class RunChoice
{
    /// <summary>Findings that share so many of their pairs of letters say the same.</summary>
    private const double Alike = 0.8;

    /// <summary>A list longer than this is not stated as a whole.</summary>
    private const int LongestList = 700;

    /// <summary>An item as short as this says nothing without its lead-in.</summary>
    private const int ShortItem = 16;

    /// <summary>What counts the parts of a document, not what it speaks of.</summary>
    private static readonly string[] Numberings = ["章", "节", "条", "款", "项"];

    /// <summary>The runs to state, the one that answers best first.</summary>
    public static List<Run> Choose(FoundAnswers found, AnswerBreadth breadth, ClauseTrimming? trimming)
    {
        var analysis = QuestionAnalysis.Of(found.Question);
        var chosen = new List<Choice>();
        foreach (var candidate in found.Findings)
        {
            if (chosen.Count > 0 && IsElsewhere(analysis, candidate)) continue;
            if (chosen.Find(choice => SaysTheSame(choice.Finding, candidate)) is { } same)
            {
                same.Repeat(candidate);
                continue;
            }

            var best = found.Findings[0];
            var least = IsOfOneSection(best.Hit, candidate.Hit) ? breadth.LeastShareInSection : breadth.LeastShare;
            if (chosen.Count < breadth.Most && candidate.Share >= least * best.Share) chosen.Add(new Choice(candidate));
        }

        return Join(chosen, found.Findings, breadth, trimming);
    }

    /// <summary>Whether a finding is of a document for another place than the one asked for, and doesn't speak of that either.</summary>
    private static bool IsElsewhere(QuestionAnalysis question, ScoredFinding finding) =>
        question.Agree(finding.Hit.Document.Document.Region) == PlaceAgreement.Other
        && !question.PlaceNames.Any(name => finding.Finding.Words.Contains(name, StringComparison.Ordinal));

    private static bool IsOfOneSection(SearchHit one, SearchHit other) =>
        one.Passage.DocumentId == other.Passage.DocumentId && one.Passage.Section.SequenceEqual(other.Passage.Section);

    /// <summary>Whether two say the same of the same place; what only differs in a figure doesn't.</summary>
    private static bool SaysTheSame(ScoredFinding one, ScoredFinding other)
    {
        if (one.Hit.Passage.Id == other.Hit.Passage.Id || !AreOfOnePlace(one.Hit.Document.Document.Region, other.Hit.Document.Document.Region)) return false;
        var (shorter, longer) = one.Finding.Words.Length < other.Finding.Words.Length ? (one.Finding.Words, other.Finding.Words) : (other.Finding.Words, one.Finding.Words);
        var pairs = Pairs(shorter);
        return pairs.Count > 0 && pairs.Count(Pairs(longer).Contains) >= Alike * pairs.Count && Figures(shorter).IsSubsetOf(Figures(longer));
    }

    private static bool AreOfOnePlace(IReadOnlyList<string> one, IReadOnlyList<string> other) => one.Zip(other).All(pair => pair.First == pair.Second);

    private static HashSet<(string Value, string Unit)> Figures(string words) =>
        [.. FigureReader.Read(words, []).Where(figure => !Numberings.Contains(figure.Unit)).Select(figure => (figure.Value, figure.Unit))];

    private static HashSet<int> Pairs(string text)
    {
        var pairs = new HashSet<int>();
        var before = '\0';
        foreach (var letter in text)
        {
            if (!char.IsLetterOrDigit(letter)) continue;
            if (before != '\0') pairs.Add((before << 16) | letter);
            before = letter;
        }

        return pairs;
    }

    /// <summary>Findings that follow each other in one passage become one run; where lists are wanted, with the other items.</summary>
    private static List<Run> Join(List<Choice> chosen, IReadOnlyList<ScoredFinding> all, AnswerBreadth breadth, ClauseTrimming? trimming)
    {
        var runs = new List<Run>();
        foreach (var passage in chosen.GroupBy(choice => choice.Finding.Hit))
        {
            var findings = all.Where(finding => finding.Hit == passage.Key).Select(finding => finding.Finding).OrderBy(finding => finding.Order).ToArray();
            var taken = new SortedSet<int>();
            foreach (var choice in passage) taken.UnionWith(WithItems(findings, choice.Finding.Finding.Order, breadth));
            foreach (var (first, last) in Stretches(taken))
            {
                var inside = passage.Where(choice => choice.Finding.Finding.Order >= first && choice.Finding.Finding.Order <= last).ToList();
                var run = first == last ? Trimmed(passage.Key, findings[first], trimming) : Whole(passage.Key, findings[first..(last + 1)]);
                runs.Add(run with { Share = inside.Max(choice => choice.Finding.Share), Repeated = [.. inside.SelectMany(choice => choice.Repeated).DistinctBy(hit => hit.Passage.Id)] });
            }
        }

        return [.. runs.OrderByDescending(run => run.Share)];
    }

    // Of a table that is written otherwise than it is searched, a later row may stand before an earlier one.
    private static Run Whole(SearchHit hit, Finding[] findings) =>
        new(hit, new TextSpan(findings.Min(finding => finding.Place.Start), findings.Max(finding => finding.Place.End)), TextOf(hit, findings), 0);

    private static Run Trimmed(SearchHit hit, Finding finding, ClauseTrimming? trimming)
    {
        if (trimming?.Trim(finding, hit) is not { } kept) return Whole(hit, [finding]);
        var alignment = SourceAlignment.Of(hit.Passage.SearchText, hit.Passage.Text);
        if (alignment.Find(kept.Shift(finding.Searched.Start)) is not { } place) return Whole(hit, [finding]);
        return new Run(hit, FindingReader.WithEnd(hit.Passage.Text, place), kept.Of(finding.Words).ToString(), 0);
    }

    /// <summary>A sentence, and what can't stand without it or it without: the items after a lead-in, the items beside an item.</summary>
    private static IEnumerable<int> WithItems(Finding[] findings, int order, AnswerBreadth breadth)
    {
        var (first, last) = (order, order);
        var kind = ItemMark.KindOf(findings[order].Words);
        if (OpenedKind(findings, order) is { } opened)
        {
            last = LastItem(findings, order, opened);
        }
        else if (kind is not null && (breadth.TakesLists || findings[order].Words.Length <= ShortItem))
        {
            first = FirstItem(findings, order, kind);
            last = LastItem(findings, order, kind);
        }

        if (findings[last].Place.End - findings[first].Place.Start > LongestList) (first, last) = (order, order);
        return Enumerable.Range(first, last - first + 1);
    }

    /// <summary>The kind of the items that a sentence opens the list of: 符合下列条件： or 实施三项工程：一是…; null where it opens none.</summary>
    private static string? OpenedKind(Finding[] findings, int order)
    {
        var words = findings[order].Words;
        if (words.AsSpan().LastIndexOfAny('：', ':') is var colon && colon < 0) return null;
        if (colon < words.Length - 1) return ItemMark.KindOf(words[(colon + 1)..]);
        return order + 1 < findings.Length ? ItemMark.KindOf(findings[order + 1].Words) : null;
    }

    /// <summary>The first item of the list that an item belongs to, or the sentence that opens it.</summary>
    private static int FirstItem(Finding[] findings, int order, string kind)
    {
        var first = order;
        for (var i = order; i >= 0; i--)
        {
            if (OpenedKind(findings, i) == kind && i < order) return i;
            if (ItemMark.KindOf(findings[i].Words) != kind) continue;
            first = i;
            if (ItemMark.IsFirst(findings[i].Words)) return i > 0 && OpenedKind(findings, i - 1) == kind ? i - 1 : i;
        }

        return first;
    }

    private static int LastItem(Finding[] findings, int order, string kind)
    {
        var last = order;
        for (var i = order + 1; i < findings.Length; i++)
        {
            if (ItemMark.KindOf(findings[i].Words) != kind) continue;
            // Another list begins, unless it is the first one behind its lead-in.
            if (ItemMark.IsFirst(findings[i].Words) && !(i == order + 1 && IsLeadIn(findings[order].Words))) break;
            last = i;
        }

        return last;
    }

    private static bool IsLeadIn(string words) => words.Length > 0 && words[^1] is '：' or ':';

    private static IEnumerable<(int First, int Last)> Stretches(SortedSet<int> orders)
    {
        var first = orders.Min;
        var last = first;
        foreach (var order in orders.Skip(1))
        {
            if (order > last + 1)
            {
                yield return (first, last);
                first = order;
            }

            last = order;
        }

        yield return (first, last);
    }

    private static string TextOf(SearchHit hit, Finding[] findings)
    {
        var text = findings[0].Words;
        for (var i = 1; i < findings.Length; i++)
        {
            var between = hit.Passage.Text.AsSpan(findings[i - 1].Place.End, Math.Max(0, findings[i].Place.Start - findings[i - 1].Place.End));
            text += between.ContainsAny('\n', '\r') || findings[i].IsRow || ItemMark.KindOf(findings[i].Words) is not null ? "\n" + findings[i].Words : findings[i].Words;
        }

        return text;
    }

    /// <summary>A finding that is to be stated, and the passages that say the same.</summary>
    private sealed class Choice(ScoredFinding finding)
    {
        public ScoredFinding Finding { get; private set; } = finding;

        public List<SearchHit> Repeated { get; } = [];

        /// <summary>Of two that say the same, the document itself is stated, not what reports on it.</summary>
        public void Repeat(ScoredFinding other)
        {
            if (DocumentNote.IsReport(Finding.Hit.Document.Document) && !DocumentNote.IsReport(other.Hit.Document.Document))
            {
                Repeated.Add(Finding.Hit);
                Finding = other with { Share = Finding.Share };
            }
            else
            {
                Repeated.Add(other.Hit);
            }
        }
    }
}
