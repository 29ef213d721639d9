using System.Text.RegularExpressions;

namespace H2Ask.Core.Retrieval.Findings;

/// <summary>The note in brackets behind a task that names those who see to it: （责任单位：市工信局）, （科技部牵头，财政部参与）, （科技部、财政部）. It belongs to what stands before it.</summary>
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

    [GeneratedRegex("^(?:[（(](?:(?:[^（）()]{0,12}单位[:：]|[^（）()]{0,200}?(?:牵头|负责|参与|配合|按职责))[^（）()]{0,200}|(?:(?!以下|简称|含|包括)[^（）()、，；]{1,16}(?:(?<![东中西南北全局内外大])部|委|局|厅|[协商学]会|基金会|联合会|委员会|管委会|办|院|署|政府|公司)(?:[、，；]|(?=[）)])))+)[）)])+")]
    private static partial Regex Note();
}
