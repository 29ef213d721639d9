using System.Text.RegularExpressions;

namespace H2Ask.Core.Retrieval.Findings;

/// <summary>The note in brackets behind a task that names those who see to it: （责任单位：市工信局）, （科技部牵头，财政部参与）. It belongs to what stands before it.</summary>
internal static partial class DutyNote
{
    /// <summary>How many letters the note at the head of a text has; 0 where there is none.</summary>
    public static int LengthAt(ReadOnlySpan<char> text)
    {
        foreach (var match in Note().EnumerateMatches(text)) return match.Length;
        return 0;
    }

    /// <summary>Whether a text ends with one.</summary>
    public static bool IsAtEnd(ReadOnlySpan<char> text) => text.LastIndexOfAny('（', '(') is var open and >= 0 && LengthAt(text[open..]) is > 0 and var length && open + length == text.TrimEnd('。').Length;

    [GeneratedRegex("^(?:[（(](?:[^（）()]{0,12}单位[:：]|[^（）()]{0,200}?(?:牵头|负责|参与|配合|按职责))[^（）()]{0,200}[）)])+")]
    private static partial Regex Note();
}
