using System.Text.Json;
using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Corpus.Splitting;
using H2Ask.Core.Text;

namespace H2Ask.Core.Tests.Corpus.Describing;

/// <summary>The corpus and what readers labelled in it, as drafts that stand where the labels say.</summary>
internal static class LabelledCorpus
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static string Root { get; } = FindRoot();

    public static IEnumerable<(SourceText Source, IReadOnlyList<Label> Labels, IReadOnlyList<DraftDocument> Drafts)> Files()
    {
        var path = Path.Combine(Root, "tests", "H2Ask.Core.Tests", "Corpus", "labels.jsonl");
        var labels = File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<Label>(line, Json)!);
        foreach (var group in labels.GroupBy(label => label.File))
        {
            var source = new SourceText { File = group.Key, Text = File.ReadAllText(Path.Combine(Root, "seeds", group.Key)) };
            var ofFile = group.OrderBy(label => label.Start).ToList();
            yield return (source, ofFile, [.. ofFile.Select((label, i) => Draft(source.Text, ofFile, label, i))]);
        }
    }

    private static DraftDocument Draft(string text, List<Label> labels, Label label, int index)
    {
        var role = label.Role switch { "article" or "stub" => DocumentRole.Report, "reprint" => DocumentRole.Reprint, _ => DocumentRole.Policy };
        var reprints = role == DocumentRole.Report && index + 1 < labels.Count && labels[index + 1].Role == "reprint";
        return new DraftDocument
        {
            Span = new TextSpan(label.Start, label.End),
            Title = label.Title ?? string.Empty,
            HeadSpan = label.File.StartsWith("004", StringComparison.Ordinal) ? HeadOf(text, label) : default,
            Role = role,
            RelatedTo = reprints ? index + 1 : -1,
        };
    }

    /// <summary>The compilation's line, which at times goes on with a bracket on the next.</summary>
    private static TextSpan HeadOf(string text, Label label)
    {
        var end = text.IndexOf('\n', label.Start);
        var next = end;
        while (next < label.End && char.IsWhiteSpace(text[next])) next++;
        if (text[next] is '（' or '(' && text.AsSpan(next, 60).Contains('年')) end = text.IndexOf('\n', next);
        return new TextSpan(label.Start, end < 0 || end > label.End ? label.End : end);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "H2Ask.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("H2Ask.sln is in no folder above the tests.");
    }
}
