using System.Text.RegularExpressions;
using H2Ask.Core.Retrieval;
using H2Ask.Core.Retrieval.Findings;
using H2Ask.Core.Text;

namespace H2Ask.Core.Answering.Extractive;

/// <summary>Reads the lines of passages that follow each other: their sentences, each item of a list with a line of its own.</summary>
internal static partial class ListLines
{
    /// <summary>An item has no more sentences where its list begins in the midst of one.</summary>
    private const int Near = 4;

    /// <summary>The lines of passages.</summary>
    public static List<ListLine> Of(IReadOnlyList<SearchHit> passages)
    {
        var lines = new List<ListLine>();
        var findings = new List<Finding>();
        foreach (var hit in passages)
        {
            findings.Clear();
            FindingReader.Read(0, hit.Passage, findings);
            for (var i = 0; i < findings.Count; i++) Add(lines, hit, findings[i], NextMark(findings, i));
        }

        return lines;
    }

    /// <summary>A part of a line, with its own place.</summary>
    public static Finding? Part(SearchHit hit, Finding finding, int start, int end)
    {
        var searched = new TextSpan(finding.Searched.Start + start, finding.Searched.Start + end);
        if (SourceAlignment.Of(hit.Passage.SearchText, hit.Passage.Text).Find(searched) is not { } place) return null;
        return finding with { Place = FindingReader.WithEnd(hit.Passage.Text, place), Searched = searched, Words = finding.Words[start..end] };
    }

    /// <summary>The mark of the next item, if it stands near.</summary>
    private static ListMark? NextMark(List<Finding> findings, int at)
    {
        for (var i = at + 1; i < findings.Count && i <= at + Near; i++)
        {
            if (ListMark.Of(findings[i].Words) is { } mark) return mark;
        }

        return null;
    }

    private static void Add(List<ListLine> lines, SearchHit hit, Finding finding, ListMark? next)
    {
        var first = finding.IsRow ? -1 : FindItem(finding.Words, next);
        if (first > 0 && Part(hit, finding, 0, first) is { } lead && Part(hit, finding, first, finding.Words.Length) is { } item)
        {
            lines.Add(new ListLine(hit, lead));
            Add(lines, hit, item, next);
            return;
        }

        lines.Add(new ListLine(hit, finding));
    }

    private static int FindItem(string words, ListMark? next)
    {
        var first = ListMark.FindFirst(words, next is { Number: 2 });
        if (first >= 0) return first;
        // 已形成五大区域：东部…；西部…; the things are told apart by semicolons.
        return words[^1] is '；' or ';' && Announcement.IsIn(words) && Colon().Match(words) is { Success: true } colon ? colon.Index + 1 : -1;
    }

    [GeneratedRegex("(?<!^.{0,3})[：:](?=.{4})")]
    private static partial Regex Colon();
}
