using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using H2Ask.Core.Corpus.Describing;
using Xunit.Abstractions;

namespace H2Ask.Core.Tests.Corpus.Describing;

public sealed partial class DescribingAgainstLabelsTests(ITestOutputHelper output)
{
    private static readonly string[] Dates = ["issueDate", "publicationDate", "effectiveFrom", "validUntil"];

    private readonly Dictionary<string, FieldScore> _scores = [];

    [Fact]
    public void The_documents_of_the_corpus_are_described_as_their_readers_did()
    {
        foreach (var (source, labels, drafts) in LabelledCorpus.Files())
        {
            var described = new DocumentDescriber().Describe(source, drafts);
            for (var i = 0; i < labels.Count; i++) Compare(labels[i], described[i]);
        }

        output.WriteLine(Table());
        foreach (var (field, score) in _scores)
        {
            foreach (var fault in score.Faults) output.WriteLine($"{field} {fault}");
        }

        foreach (var field in (string[])["region", "kind", "status", "dates"])
        {
            Assert.True(_scores[field].Precision >= 0.95, $"precision of {field}: {_scores[field].Precision:0.000}");
            Assert.True(_scores[field].Recall >= 0.95, $"recall of {field}: {_scores[field].Recall:0.000}");
        }
    }

    private void Compare(Label label, DescribedDocument described)
    {
        var document = described.Document;
        Add(label, "region", Whole(label.Region), Whole(document.Region));
        Add(label, "kind", One(label.Kind), One(document.Kind));
        Add(label, "status", One(label.Status), One(document.Status));
        Add(label, "documentNumber", One(label.DocumentNumber), One(document.DocumentNumber));
        Add(label, "issuers", [.. label.Issuers.Select(Plain)], [.. document.Issuers.Select(Plain)]);
        Add(label, "excerpt", label.Excerpt ? ["yes"] : [], document.Excerpt ? ["yes"] : []);
        if (label.HasPeriod) Add(label, "period", One(label.Period.GetString()), One(document.Period));
        Add(label, "reportOf", One(label.ReportOf), One(described.ReportedTitle));
        string?[] labelled = [label.IssueDate, label.PublicationDate, label.EffectiveFrom, label.ValidUntil];
        string?[] given = [document.IssueDate?.ToString(), document.PublicationDate?.ToString(), document.EffectiveFrom?.ToString(), document.ValidUntil?.ToString()];
        for (var i = 0; i < Dates.Length; i++)
        {
            // A day without its year cannot be told as a date; a year worked out for it is right where the day is.
            if (labelled[i] is { } day && day.StartsWith("--", StringComparison.Ordinal) && given[i]?.EndsWith(day[1..], StringComparison.Ordinal) != false) continue;
            Add(label, Dates[i], One(labelled[i]), One(given[i]));
            if (label.IsSureOf(Dates[i])) Score("dates").Add(One(labelled[i]), One(given[i]), $"{Dates[i]} {label.File[..3]}:{label.Line}");
        }
    }

    private void Add(Label label, string field, IReadOnlyCollection<string> wanted, IReadOnlyCollection<string> given)
    {
        if (label.IsSureOf(field)) Score(field).Add(wanted, given, $"{label.File[..3]}:{label.Line} {label.Role} {label.Title}");
    }

    private FieldScore Score(string field)
    {
        if (!_scores.TryGetValue(field, out var score)) _scores.Add(field, score = new FieldScore());
        return score;
    }

    private string Table()
    {
        var table = new StringBuilder("field            labelled  given  right  precision  recall\n");
        foreach (var (field, score) in _scores)
        {
            table.AppendLine(CultureInfo.InvariantCulture, $"{field,-16} {score.Wanted,8} {score.Given,6} {score.Right,6} {score.Precision,10:0.000} {score.Recall,7:0.000}");
        }

        return table.ToString();
    }

    private static List<string> Whole(IReadOnlyList<string> path) => path.Count == 0 ? [] : [string.Join('/', path.Select(Plain))];

    private static List<string> One(string? value) => string.IsNullOrEmpty(value) ? [] : [Plain(value)];

    private static string Plain(string value) => string.Concat(Blanks().Replace(value, string.Empty).Select(letter => letter switch
    {
        '〔' or '[' or '［' or '（' => '(',
        '〕' or ']' or '］' or '）' => ')',
        '—' or '–' or '－' => '-',
        >= '\uFF01' and <= '\uFF5E' => (char)(letter - 0xFEE0),
        _ => letter,
    }));

    [GeneratedRegex(@"[\s*《》""“”]")]
    private static partial Regex Blanks();
}
