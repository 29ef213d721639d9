using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using H2Ask.Core.Evaluation;
using H2Ask.Core.Evaluation.Reports;
using H2Ask.Core.Retrieval;
using H2Ask.Tests;
using static H2Ask.Core.Tests.Evaluation.Evaluated;

namespace H2Ask.Core.Tests.Evaluation.Reports;

public sealed class EvaluationReportTests
{
    private const string Hostile = """<script>alert(1)</script> <img src=x onerror=y> [a](javascript:b) ![p](http://e.x/p) http://e.x www.e.x <http://e.x> **b** `c` | d | &lt; &#60; # h $x$ {#id} \* ~~g~~ "q" 's' x@e.x""";

    [Fact]
    public void Every_miss_is_listed_with_what_was_asked_wanted_answered_and_found()
    {
        var question = Question(Gold(10, 20)) with { Id = "q-7", Facts = [["七百", "700"]], Note = "备注", History = [new Turn("user", "先前的话")] };
        var citation = Place(40, 45) with { DocumentTitle = "甲办法", Section = ["第二章", "第五条"] };

        var page = Page(Scored(question, Answer(citation) with { Text = "答非所问" }, citation, Place(10, 20)));

        var miss = page.Body!.TextContent;
        Assert.Contains("q-7 (numeric)", miss, StringComparison.Ordinal);
        Assert.Contains("多少？", miss, StringComparison.Ordinal);
        Assert.Contains("Before, user: 先前的话", miss, StringComparison.Ordinal);
        Assert.Contains("Gold: 数.txt 10–20: 0123456789", miss, StringComparison.Ordinal);
        Assert.Contains("Missing fact: 七百 or 700", miss, StringComparison.Ordinal);
        Assert.Contains("Note: 备注", miss, StringComparison.Ordinal);
        Assert.Contains("Answer: 答非所问", miss, StringComparison.Ordinal);
        Assert.Contains("甲办法 › 第二章 › 第五条 (数.txt 40–45): 01234", miss, StringComparison.Ordinal);
        Assert.Contains("数 › 第一章 ✓ (数.txt 10–20): 0123456789", miss, StringComparison.Ordinal);
        Assert.Contains("hit@1 0, mrr@10 0.5, cite.precision 0", miss, StringComparison.Ordinal);
        Assert.Contains("rank 2", miss, StringComparison.Ordinal);
    }

    [Fact]
    public void Misses_stand_under_what_they_lack_most_and_questions_without_fault_do_not()
    {
        var (gold, right, wrong) = (Question(Gold(10, 20)), Place(10, 20), Place(50, 60));
        var twoGold = Question(Gold(10, 20), Gold(30, 40));

        var page = Page(
            Scored(gold with { Id = "right" }, Answer(right), right),
            Scorer.Failed(gold with { Id = "failed" }, "HTTP 500"),
            Scored(gold with { Id = "forged" }, Answer(right with { Text = "别的" }), right),
            Scored(Question() with { Id = "invented" }, Answer(right)),
            Scored(gold with { Id = "refused" }, Answer() with { Answered = false }, right),
            Scored(gold with { Id = "lost" }, Answer(right), wrong),
            Scored(twoGold with { Id = "partial" }, Answer(right), right, Place(30, 40)),
            Scored(gold with { Id = "vague", Facts = [["七百"]] }, Answer(right), right),
            Scored(gold with { Id = "late" }, Answer(right), wrong, right),
            Scored(gold with { Id = "chatty" }, Answer(right, wrong), right));

        Assert.Equal(
            [
                ("The request failed (1)", "failed"), ("A quote is not the text at its place (1)", "forged"), ("Answered, though the corpus does not say it (1)", "invented"),
                ("Refused, though the corpus says it (1)", "refused"), ("Not among the passages found (1)", "lost"), ("Found, but not all that is needed is cited (1)", "partial"),
                ("Cited, but a fact is not in the answer (1)", "vague"), ("Found late (1)", "late"), ("Cites other places too (1)", "chatty"),
            ],
            page.QuerySelectorAll("h3").Zip(page.QuerySelectorAll("h4"), (kind, miss) => (kind.TextContent, miss.TextContent.Split(' ')[0])));
        Assert.Contains("10 questions", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("9 questions with a miss", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_link_leads_to_a_heading_of_the_page()
    {
        var page = Page(Scored(Question(Gold(10, 20)), Answer(), Place(50, 60)), Scored(Question() with { Id = "invented" }, Answer()));

        var links = page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).ToList();

        Assert.Equal(2, links.Count);
        Assert.All(links, link => Assert.NotNull(page.GetElementById(link[1..])));
    }

    [Fact]
    public void Hostile_text_shows_as_it_is_and_is_never_markup()
    {
        var question = Question(Gold(10, 20) with { Quote = Hostile }) with
        {
            Id = Hostile,
            Type = Hostile,
            Question = Hostile,
            Note = Hostile,
            Facts = [[Hostile]],
            History = [new Turn("user", Hostile)],
        };
        var place = Place(50, 60) with { File = Hostile, Text = Hostile, DocumentTitle = Hostile, Section = [Hostile, "a\n# b\n\n<b>"] };
        var scored = Scored(question, new GivenAnswer(true, "# " + Hostile + "\n\n<script>\n| a |\n| --- |", 0.5, [place]), place);
        var failed = Scorer.Failed(question with { Id = "f" }, Hostile);
        var report = Report(scored, failed) with
        {
            QuestionFile = Hostile,
            Source = Hostile,
            ComparedWith = Hostile,
            Comparison = Comparison.Of([scored.Score, failed.Score with { Failure = null }], [scored.Score, failed.Score]),
        };

        var page = Page(report);

        Assert.Empty(page.Body!.QuerySelectorAll("script, img, iframe, object, del, code, em, h5, b, [onerror], [src]"));
        Assert.All(page.QuerySelectorAll("a"), link => Assert.StartsWith("#", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Single(page.QuerySelectorAll("h1"));
        var shown = page.Body!.TextContent;
        // Question file, source, type in the table, heading of the comparison, its question and failure; of the failed one and the other: type, question,
        // history, gold and note; of one of them its failure, of the other its id, answer, and title, section, file and text of the citation and the hit.
        Assert.Equal(6 + (2 * 5) + 1 + 2 + (2 * 4), shown.Split(Hostile).Length - 1);
        Assert.Equal(["default-src 'none'; style-src 'unsafe-inline'"], page.QuerySelectorAll("meta[http-equiv]").Select(meta => meta.GetAttribute("content")));
    }

    [Theory]
    [InlineData("a\r\nb\tc\0d", "a b c d")]
    [InlineData("\u202Eabc\u2066", "abc")]
    [InlineData("*a*", "\\*a\\*")]
    [InlineData("www.example", "www\\.example")]
    [InlineData("提升 3.5%", "提升 3.5%")]
    public void Foreign_text_becomes_one_plain_line(string text, string line) => Assert.Equal(line, MarkdownLine.Escape(text));

    [Fact]
    public void A_long_text_is_cut_between_characters() => Assert.Equal("氢𠀀…", MarkdownLine.Escape("氢𠀀𠀁能", 3));

    [Fact]
    public void Tables_give_each_metric_by_type_and_how_far_confidence_holds()
    {
        var page = Page(Scored(Question(Gold(10, 20)), Answer(Place(10, 20)), Place(10, 20)), Scored(Question() with { Type = "unanswerable" }, Answer() with { Answered = false }));

        var tables = page.QuerySelectorAll("table").Select(Cells).ToList();

        Assert.Equal(["", "all", "numeric", "unanswerable"], tables[0][0]);
        Assert.Contains(tables[0], row => row.SequenceEqual(["questions", "2", "1", "1"]));
        Assert.Contains(tables[0], row => row.SequenceEqual(["hit@1", "1.000", "1.00", ""]));
        Assert.Contains(tables[0], row => row.SequenceEqual(["refused", "1.000", "", "1.00"]));
        Assert.Equal(["0.5–0.6", "1", "0.500", "1.000"], tables[1][6]);
        Assert.Contains("None: every question", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_says_what_changed_as_a_whole_and_by_question()
    {
        var (before, after) = (Row("a", (Metrics.HitAt1, 1), (Metrics.Facts, 1)), Row("a", (Metrics.HitAt1, 0), (Metrics.Facts, 1)));
        var page = Page(Report() with { ComparedWith = "earlier.jsonl", Comparison = Comparison.Of([before], [after]) });

        Assert.Contains(Cells(page.QuerySelectorAll("table")[^1]), row => row.SequenceEqual(["hit@1", "1.000", "0.000", "-1.000"]));
        Assert.Contains("a a？: hit@1 1 → 0", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Worse (1)", page.QuerySelectorAll("h3").Select(heading => heading.TextContent));
    }

    [Fact]
    public void The_extension_of_the_file_tells_the_format()
    {
        using var folder = new TemporaryFolder();
        var (markdown, html) = (Path.Combine(folder.Path, "r.md"), Path.Combine(folder.Path, "r.html"));

        ReportFile.Write(markdown, Report());
        ReportFile.Write(html, Report());

        Assert.StartsWith("# Citation accuracy", File.ReadAllText(markdown), StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(html), StringComparison.Ordinal);
        Assert.False(ReportFile.CanWrite("r.txt"));
    }

    private static EvaluationReport Report(params ScoredQuestion[] questions) => new()
    {
        QuestionFile = "questions.jsonl",
        Source = "data/index",
        MadeAt = new DateTimeOffset(2026, 1, 2, 3, 4, 0, TimeSpan.Zero),
        Questions = questions,
        Texts = Texts,
    };

    private static IDocument Page(params ScoredQuestion[] questions) => Page(Report(questions));

    private static IDocument Page(EvaluationReport report) => new HtmlParser().ParseDocument(HtmlReport.Write(MarkdownReport.Write(report)));

    private static List<string[]> Cells(IElement table) =>
        [.. table.QuerySelectorAll("tr").Select(row => row.Children.Select(cell => cell.TextContent).ToArray())];
}
