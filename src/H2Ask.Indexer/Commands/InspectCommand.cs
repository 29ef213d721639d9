using System.CommandLine;
using System.Text.Json;
using H2Ask.Core.Corpus;
using H2Ask.Core.Index;
using Spectre.Console;

namespace H2Ask.Indexer.Commands;

/// <summary><c>inspect PATH…</c>: shows what is made of files, so that faults of reading can be seen.</summary>
internal static class InspectCommand
{
    public static Command Create()
    {
        var paths = CommandLine.Paths();
        var document = new Option<string?>("--document") { Description = "Show one document: its id, or a part of its title" };
        var passages = new Option<bool>("--passages") { Description = "Show the passages too" };
        var json = new Option<bool>("--json") { Description = "Write everything as JSON, a document a line" };
        var lengths = CommandLine.PassageLengths();
        var command = new Command("inspect", "Show the documents, outline and passages that are made of files") { paths, document, passages, json, lengths.Shortest, lengths.Longest };
        command.SetAction(parsed => CommandLine.Run(() =>
        {
            var corpus = new CorpusReader(passages: CommandLine.PassageOptions(parsed, lengths)).Read(parsed.GetRequiredValue(paths));
            CommandLine.ShowSkipped(corpus.Skipped);
            if (corpus.Documents.Count == 0) throw new IndexException("Nothing could be read there.");
            var (withPassages, chosen) = (parsed.GetValue(passages), Chosen(corpus.Documents, parsed.GetValue(document)));
            foreach (var found in chosen)
            {
                if (parsed.GetValue(json)) CommandLine.WriteLine(JsonSerializer.Serialize(InspectedDocument.Of(found), InspectJsonContext.OfLines.InspectedDocument));
                else Show(found, withOutline: withPassages || parsed.GetValue(document) is not null, withPassages);
            }
        }));
        return command;
    }

    private static IReadOnlyList<CorpusDocument> Chosen(IReadOnlyList<CorpusDocument> documents, string? wanted)
    {
        if (wanted is null) return documents;
        var chosen = documents
            .Where(found => found.Document.Id == wanted || found.Document.Title.Contains(wanted, StringComparison.OrdinalIgnoreCase))
            .ToList();
        return chosen.Count > 0 ? chosen : throw new IndexException($"No document has the id {wanted} or {wanted} in its title. Leave --document out to see them all.");
    }

    private static void Show(CorpusDocument document, bool withOutline, bool withPassages)
    {
        var known = document.Document;
        var tree = new Tree(Markup.FromInterpolated($"[bold]{known.Title}[/] [grey]{known.Id} {known.File} {known.Start}–{known.End}[/]"));
        tree.AddNode(Markup.FromInterpolated($"[grey]{Facts(known)} · {document.Passages.Count} passages[/]"));
        foreach (var remark in known.Remarks) tree.AddNode(Markup.FromInterpolated($"[yellow]{remark}[/]"));
        if (withOutline) AddOutline(tree, document, withPassages);
        CommandLine.Output.Write(tree);
    }

    private static string Facts(PolicyDocument known) => string.Join(" · ", new[]
    {
        known.Kind,
        known.Status,
        known.Excerpt ? "节选" : null,
        string.Concat(known.Region),
        known.DocumentNumber,
        string.Join('、', known.Issuers),
        Named("issued", known.IssueDate),
        Named("published", known.PublicationDate),
        Named("in force from", known.EffectiveFrom),
        Named("until", known.ValidUntil),
        Named("plans for", known.Period),
        Named("report of", known.ReportOf),
        Named("duplicate of", known.DuplicateOf),
        Named("superseded by", known.SupersededBy),
    }.Where(fact => !string.IsNullOrEmpty(fact)));

    private static string? Named(string name, object? value) => value is null ? null : $"{name} {value}";

    /// <summary>Headings and passages in the order of their places, each under the heading it stands in.</summary>
    private static void AddOutline(Tree tree, CorpusDocument document, bool withPassages)
    {
        var open = new Stack<(int End, IHasTreeNodes Node)>();
        var sections = document.Document.Sections.Select(section => (section.Start, section.End, Label: Markup.FromInterpolated($"{section.Heading}"), IsSection: true));
        var passages = withPassages
            ? document.Passages.Select(passage => (passage.Start, passage.End, Label: Label(passage), IsSection: false))
            : [];
        // A passage may begin at the heading it stands under: the heading comes first.
        foreach (var part in sections.Concat(passages).OrderBy(part => part.Start).ThenByDescending(part => part.IsSection))
        {
            while (open.TryPeek(out var around) && around.End <= part.Start) open.Pop();
            var node = (open.TryPeek(out var parent) ? parent.Node : tree).AddNode(part.Label);
            if (part.IsSection) open.Push((part.End, node));
        }
    }

    private static Markup Label(Passage passage) =>
        Markup.FromInterpolated($"[grey]{passage.Start}–{passage.End}{(passage.Twins.Count > 0 ? $" twins: {string.Join(' ', passage.Twins)}" : string.Empty)}[/] {passage.SearchText}");
}
