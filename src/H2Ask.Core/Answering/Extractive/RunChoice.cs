using H2Ask.Core.Answering.Checking;
using H2Ask.Core.Retrieval;
using H2Ask.Core.Retrieval.Findings;

namespace H2Ask.Core.Answering.Extractive;

/// <summary>Chooses the findings that belong into an answer.</summary>
internal static class RunChoice
{
    /// <summary>Findings that share so many of their pairs of letters say the same.</summary>
    private const double Alike = 0.8;

    /// <summary>The news says what the document says in other words, with the same figures.</summary>
    private const double AlikeInNews = 0.4;

    /// <summary>What counts the parts of a document, not what it speaks of.</summary>
    private static readonly string[] Numberings = ["章", "节", "条", "款", "项"];

    /// <summary>The runs to state, the one that answers best first.</summary>
    public static List<Run> Choose(FoundAnswers found, AnswerBreadth breadth, ClauseTrimming? trimming)
    {
        var analysis = QuestionAnalysis.Of(found.Question);
        var kind = AskedKind.Of(found.Question);
        var asksFigure = kind is { IsFigure: true };
        var asksWho = AnswerSigns.AsksWho(found.Question);
        var chosen = new List<ChosenFinding>();
        foreach (var candidate in found.Findings)
        {
            if (chosen.Count > 0 && NearMiss.IsElsewhere(analysis, asksFigure, candidate)) continue;
            if (chosen.Find(choice => SaysTheSame(choice.Finding, candidate)) is { } same)
            {
                same.Repeat(candidate);
                continue;
            }

            var best = found.Findings[0];
            var least = IsOfOneSection(best.Hit, candidate.Hit) ? breadth.LeastShareInSection : breadth.LeastShare;
            if (chosen.Count < breadth.Most && candidate.Share >= least * best.Share) chosen.Add(new ChosenFinding(candidate));
        }

        var runs = RunJoining.Join(chosen, found.Findings, breadth, trimming, asksWho, asksWhole: kind is null && !asksWho);
        // 哪几条 counts, but asks for the things.
        if (!breadth.TakesLists || (asksFigure && !found.Question.Contains('哪'))) return runs;
        var asked = new AskedList(found.Question, [.. chosen.Select(choice => choice.Finding)]);
        return [.. runs.Select(run => run with { Asked = asked })];
    }

    private static bool IsOfOneSection(SearchHit one, SearchHit other) =>
        one.Passage.DocumentId == other.Passage.DocumentId && one.Passage.Section.SequenceEqual(other.Passage.Section);

    /// <summary>Whether two say the same of the same place; what only differs in a figure doesn't.</summary>
    private static bool SaysTheSame(ScoredFinding one, ScoredFinding other)
    {
        if (one.Hit.Passage.Id == other.Hit.Passage.Id || !AreOfOnePlace(one.Hit.Document.Document.Region, other.Hit.Document.Document.Region)) return false;
        var (shorter, longer) = one.Finding.Words.Length < other.Finding.Words.Length ? (one.Finding.Words, other.Finding.Words) : (other.Finding.Words, one.Finding.Words);
        var pairs = Pairs(shorter);
        var least = DocumentNote.IsReport(one.Hit.Document.Document) != DocumentNote.IsReport(other.Hit.Document.Document) && Figures(shorter).Count > 0 ? AlikeInNews : Alike;
        return pairs.Count > 0 && pairs.Count(Pairs(longer).Contains) >= least * pairs.Count && Figures(shorter).IsSubsetOf(Figures(longer));
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
}
