using H2Ask.Core.Corpus;
using H2Ask.Core.Index;

namespace H2Ask.Core.Answering.Extractive;

/// <summary>What a reader must know of a document before relying on it.</summary>
internal static class DocumentNote
{
    /// <summary>The note; null where there is nothing to know.</summary>
    public static string? Of(PolicyDocument document, IPassageIndex index, FrameWords words, DateOnly today)
    {
        var notes = new List<string>();
        if (document.Status == "征求意见稿") notes.Add(words.Draft);
        if (document.SupersededBy is { } later && index.FindDocument(later) is { } found) notes.Add(words.Superseded(found.Document.Title));
        else if (document.ValidUntil is { } until && until.LastDay() < today) notes.Add(words.Expired(until));
        if (IsReport(document)) notes.Add(words.Report);
        return notes.Count == 0 ? null : string.Join(words.Comma, notes);
    }

    /// <summary>Whether it is news, or reports on another document.</summary>
    public static bool IsReport(PolicyDocument document) => document is { Kind: "新闻" } or { ReportOf: not null };
}
