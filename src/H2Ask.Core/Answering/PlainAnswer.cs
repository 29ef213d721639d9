using System.Globalization;
using System.Text.RegularExpressions;
using H2Ask.Core.Answering.Extractive;
using H2Ask.Core.Corpus;

namespace H2Ask.Core.Answering;

/// <summary>An answer for who sees nothing but text: behind the statements stand what to know besides and which document each mark means.</summary>
public static partial class PlainAnswer
{
    /// <summary>The whole text.</summary>
    public static string Write(Answer answer) => answer.Text + Ending(answer);

    /// <summary>What stands behind the statements; empty where there is nothing to say.</summary>
    public static string Ending(Answer answer)
    {
        var words = FrameWords.For(answer.StandaloneQuestion);
        var notice = answer.Notice is null ? string.Empty : $"\n\n{answer.Notice}";
        if (answer.Citations.Count == 0) return notice;
        return $"{notice}\n\n{words.Sources}\n{string.Join('\n', answer.Citations.Select(citation => Line(citation, words)))}";
    }

    /// <summary>A text without the list of sources at its end, as a follow-up is to be understood from it.</summary>
    public static string WithoutSources(string text)
    {
        // What a client sends as an answer may be long and anything: the pattern must read each letter once, so the blanks at the end are no part of it.
        var list = SourceList().Match(text.TrimEnd());
        return list.Success ? text[..list.Index] : text;
    }

    private static string Line(Citation citation, FrameWords words)
    {
        var document = citation.Source.Document.Document;
        var about = string.Join(words.Comma, About(document));
        var section = string.Join(" / ", citation.Source.Passage.Section);
        return string.Create(CultureInfo.InvariantCulture, $"[{citation.Number}] {words.Cite(document.Title, about.Length > 0 ? about : null)} {section}").TrimEnd();
    }

    private static IEnumerable<string> About(PolicyDocument document)
    {
        if (document.DocumentNumber is { } number) yield return number;
        if (document.Issuers.Count > 0) yield return document.Issuers[0];
        if (document.Date is { } date) yield return date.ToString();
    }

    [GeneratedRegex(@"\n\n(来源：|Sources:)\n\[1\] [^\n]*(\n\[\d+\] [^\n]*)*\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex SourceList();
}
