using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using H2Ask.Core.Corpus;
using H2Ask.Tests;
using Xunit.Abstractions;

namespace H2Ask.Core.Tests.Corpus;

/// <summary>Measures the whole corpus stage by what readers labelled in the corpus: where documents begin, and what is known of each.</summary>
public sealed partial class LabelledSampleTests(ITestOutputHelper output)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Dictionary<string, FieldScore> _scores = [];

    [Fact]
    public void Documents_are_found_and_described_as_their_readers_did()
    {
        var labels = File.ReadLines(Path.Combine(Repository.Root, "tests", "H2Ask.Core.Tests", "Corpus", "labels.jsonl"))
            .Select(line => JsonSerializer.Deserialize<Label>(line, Json)!).ToList();
        var documents = new CorpusReader().Read(Repository.Seeds).Documents.Select(document => document.Document).ToList();
        var titles = documents.ToDictionary(document => document.Id, document => document.Title);
        var labelled = labels.ToLookup(label => (label.File, label.Start));

        foreach (var document in documents)
        {
            var label = labelled[(document.File, document.Start)].FirstOrDefault();
            Score("boundaries").Add(label is null ? [] : ["found"], ["found"], $"{document.File[..3]} {document.Start} {document.Title}");
            if (label is not null) Compare(label, document, titles, labels);
        }

        foreach (var label in labels.Where(label => label.IsSureOf("role") && !documents.Exists(document => (document.File, document.Start) == (label.File, label.Start))))
        {
            Score("boundaries").Add(["found"], [], $"{label.File[..3]}:{label.Line} {label.Title}");
        }

        output.WriteLine(Table());
        foreach (var (field, score) in _scores)
        {
            foreach (var fault in score.Faults) output.WriteLine($"{field} {fault}");
        }

        Assert.True(labels.Count > 200, "The sample holds over two hundred documents.");
        AssertAtLeast(0.97, "boundaries", "title");
        AssertAtLeast(0.95, "region", "kind", "status", "dates", "documentNumber", "issuers", "period");
        AssertAtLeast(0.90, "excerpt", "reportOf");
    }

    private void Compare(Label label, PolicyDocument document, Dictionary<string, string> titles, List<Label> labels)
    {
        // Where the text names no title the readers gave none.
        if (label.Title is not null) Add(label, "title", One(label.Title), One(document.Title));
        Add(label, "region", Whole(label.Region), Whole(document.Region));
        Add(label, "kind", One(label.Kind), One(document.Kind));
        Add(label, "status", One(label.Status), One(document.Status));
        Add(label, "documentNumber", One(label.DocumentNumber), One(document.DocumentNumber));
        Add(label, "issuers", [.. label.Issuers.Select(Plain)], [.. document.Issuers.Select(Plain)]);
        Add(label, "excerpt", label.Excerpt ? ["yes"] : [], document.Excerpt ? ["yes"] : []);
        if (label.HasPeriod) Add(label, "period", One(label.Period.GetString()), One(document.Period));
        AddDate(label, "issueDate", label.IssueDate, document.IssueDate);
        AddDate(label, "publicationDate", label.PublicationDate, document.PublicationDate);
        AddDate(label, "effectiveFrom", label.EffectiveFrom, document.EffectiveFrom);
        AddDate(label, "validUntil", label.ValidUntil, document.ValidUntil);

        // A link can only lead to a document that the corpus holds.
        var reported = labels.Exists(other => other.Kind != "新闻" && other.Title is not null && Plain(other.Title) == Plain(label.ReportOf ?? string.Empty)) ? label.ReportOf : null;
        if (reported is not null) Add(label, "reportOf", One(reported), document.ReportOf is { } id ? One(titles[id]) : []);
    }

    private void AddDate(Label label, string field, string? labelled, PolicyDate? date)
    {
        var given = date?.ToString();
        // A day without its year cannot be told as a date; a year worked out for it is right where the day is.
        if (labelled is ['-', '-', .. var day] && given?.EndsWith(day, StringComparison.Ordinal) != false) return;
        Add(label, field, One(labelled), One(given));
        if (label.IsSureOf(field)) Score("dates").Add(One(labelled), One(given), $"{field} {label.File[..3]}:{label.Line}");
    }

    private void Add(Label label, string field, IReadOnlyCollection<string> wanted, IReadOnlyCollection<string> given)
    {
        if (label.IsSureOf(field)) Score(field).Add(wanted, given, $"{label.File[..3]}:{label.Line} {label.Role} {label.Title}");
    }

    private void AssertAtLeast(double least, params string[] fields) => Assert.All(fields, field =>
    {
        Assert.True(_scores[field].Precision >= least, $"precision of {field}: {_scores[field].Precision:0.000}");
        Assert.True(_scores[field].Recall >= least, $"recall of {field}: {_scores[field].Recall:0.000}");
    });

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
