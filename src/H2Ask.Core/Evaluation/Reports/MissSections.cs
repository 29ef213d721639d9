using System.Text;
using H2Ask.Core.Text;

namespace H2Ask.Core.Evaluation.Reports;

/// <summary>Every miss: what was asked, what would have answered it, and what was answered and found instead.</summary>
internal static class MissSections
{
    private const int LongestPassage = 200;
    private const int LongestAnswer = 1000;
    private const int ShownHits = 5;

    public static void Write(StringBuilder text, IReadOnlyList<Miss> misses, CorpusTexts texts)
    {
        text.Line($"## Misses").Line();
        if (misses.Count == 0) text.Line($"None: every question reached 1 in every metric.");
        var kinds = misses.GroupBy(miss => miss.Kind).Select(kind => (Heading: $"{Heading(kind.Key)} ({kind.Count()})", Misses: kind.ToList())).ToList();
        foreach (var (heading, _) in kinds) text.Line($"- [{heading}](#{Anchor(heading)})");
        foreach (var (heading, ofKind) in kinds)
        {
            text.Line().Line($"### {heading}");
            foreach (var miss in ofKind) Write(text, miss.Question, texts);
        }
    }

    private static string Heading(MissKind kind) => kind switch
    {
        MissKind.Failed => "The request failed",
        MissKind.NotVerbatim => "A quote is not the text at its place",
        MissKind.AnsweredWithoutSupport => "Answered, though the corpus does not say it",
        MissKind.Refused => "Refused, though the corpus says it",
        MissKind.NotFound => "Not among the passages found",
        MissKind.NotCited => "Found, but not all that is needed is cited",
        MissKind.FactMissing => "Cited, but a fact is not in the answer",
        MissKind.FoundLate => "Found late",
        MissKind.CitedBeside => "Cites other places too",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such miss."),
    };

    /// <summary>The name that GitHub, and Markdig after it, gives a heading.</summary>
    private static string Anchor(string heading) =>
        string.Concat(heading.ToLowerInvariant().Replace(' ', '-').Where(c => char.IsLetterOrDigit(c) || c == '-'));

    private static void Write(StringBuilder text, ScoredQuestion scored, CorpusTexts texts)
    {
        var (question, answer) = (scored.Question, scored.Answer);
        text.Line().Line($"#### {MarkdownLine.Escape(question.Id)} ({MarkdownLine.Escape(question.Type)})").Line();
        text.Line($"**{MarkdownLine.Escape(question.Question)}**").Line();
        foreach (var turn in question.History) text.Line($"- Before, {turn.Role}: {MarkdownLine.Escape(turn.Content, LongestPassage)}");
        if (scored.Score.Failure is { } failure) text.Line($"- Failed: {MarkdownLine.Escape(failure)}");
        else text.Line($"- Short of 1: {Short(scored.Score)}; rank {scored.Score.Rank?.ToString() ?? "none"}");
        foreach (var gold in question.Gold) text.Line($"- {(gold.IsAlternative ? "Gold, may stand in" : "Gold")}: {Places(gold)}: {MarkdownLine.Escape(gold.Quote)}");
        if (question.Note is { Length: > 0 } note) text.Line($"- Note: {MarkdownLine.Escape(note)}");
        if (answer is null) return;
        foreach (var forms in Scorer.MissingFacts(question, answer.Text)) text.Line($"- Missing fact: {string.Join(" or ", forms.Select(form => MarkdownLine.Escape(form)))}");
        text.Line($"- Answer: {MarkdownLine.Escape(answer.Text, LongestAnswer)}");
        Write(text, "Cited", answer.Citations.Select(citation => (citation, Remark(question, citation, texts))));
        Write(text, "Found", scored.Hits.Take(ShownHits).Select(hit => (hit, Scorer.IsHit(question, hit) ? " ✓" : string.Empty)));
    }

    private static void Write(StringBuilder text, string heading, IEnumerable<(FoundPassage Passage, string Remark)> passages)
    {
        foreach (var (index, (passage, remark)) in passages.Index())
        {
            if (index == 0) text.Line($"- {heading}:");
            var where = string.Join(" › ", passage.Section.Prepend(passage.DocumentTitle).Select(part => MarkdownLine.Escape(part, LongestPassage)));
            text.Line($"  {index + 1}. **{where}**{remark} ({MarkdownLine.Escape(passage.File)} {passage.Start}–{passage.End}): {MarkdownLine.Escape(passage.Text, LongestPassage)}");
        }
    }

    private static string Remark(EvaluationQuestion question, FoundPassage citation, CorpusTexts texts) =>
        (Scorer.IsGold(question, citation) ? " ✓" : string.Empty) + (Scorer.IsVerbatim(citation, texts) ? string.Empty : " (not verbatim)");

    private static string Short(QuestionScore score) => string.Join(", ", Metrics.All
        .Where(metric => score.Measure(metric) < 1)
        .Select(metric => FormattableString.Invariant($"{metric} {score.Measure(metric):0.##}")));

    private static string Places(GoldPassage gold) =>
        $"{MarkdownLine.Escape(gold.File)} {string.Join(", ", gold.Spans.Select(Place))}";

    private static string Place(TextSpan span) => $"{span.Start}–{span.End}";
}
