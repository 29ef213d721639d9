using System.Buffers;
using H2Ask.Core.Corpus.Cleaning;
using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Structure;

/// <summary>Tells by the characters around a number mark whether it can head anything, or is a reference (第十二条规定) or a quantity.</summary>
internal static class MarkFit
{
    // Behind 第十二条 in the midst of a sentence: particles, prepositions and verbs with which a reference goes on, and no title begins.
    private static readonly SearchValues<char> AfterReference = SearchValues.Create("规定所列第和至、的中款之及到与以，。；,;)）~-项内有");
    private static readonly SearchValues<char> AfterBracketedReference = SearchValues.Create("项款目条点类和至及与");
    private static readonly SearchValues<char> AfterBracketedSeries = SearchValues.Create("至、，。；,;)）~-");
    private static readonly string[] Words = ["项目", "条件", "目标", "目录", "类别", "及时", "点对点"];
    private static readonly SearchValues<char> BeforeReference = SearchValues.Create("第、和至及与按照据合见述本条款项依法-~");
    private static readonly SearchValues<char> AfterQuantity = SearchValues.Create("，。；：,;:%％-~）)=、+");
    private static readonly SearchValues<char> Counted = SearchValues.Create("、级类线产等者期号楼");

    /// <summary>Whether what follows the mark can be the text of a heading or item.</summary>
    public static bool Follows(CleanText clean, NumberMark mark, MarkContext context)
    {
        var text = clean.Text;
        if (mark.End >= text.Length) return mark.Kind is NumberKind.Annex or NumberKind.Named;
        var next = text[mark.End];
        switch (mark.Kind)
        {
            case NumberKind.Part or NumberKind.Chapter or NumberKind.Section or NumberKind.Article:
                return HasBlankAfter(clean, mark) || !AfterReference.Contains(next);
            case NumberKind.Bracketed or NumberKind.BracketedDecimal or NumberKind.HalfBracketed:
                if (AfterBracketedSeries.Contains(next)) return false;
                return context <= MarkContext.AfterSentence || !AfterBracketedReference.Contains(next) || BeginsWithWord(text.AsSpan(mark.End));
            case NumberKind.Enumerated:
                if (Characters.IsChineseDigit(next) && mark.End + 1 < text.Length && Counted.Contains(text[mark.End + 1])) return false;
                return !AfterQuantity.Contains(next) && (context == MarkContext.LineStart || !IsFlattenedTable(text.AsSpan(mark.End)));
            case NumberKind.Decimal:
                return !AfterQuantity.Contains(next) && (Characters.IsHan(next) || char.IsAsciiLetterOrDigit(next) || next is '“' or '《' or '【' or '（' or '(' or '"');
            case NumberKind.Annex:
                return IsAnnexHeading(text, mark);
            case NumberKind.Named:
                return next is '\n' or CleanText.Gap || mark.Start == 0 || text[mark.Start - 1] is not '\n';
            case NumberKind.Box:
                return mark.Number > 0 || next is '“' or '：' or ':' || Characters.IsHan(next);
            case NumberKind.Path:
                return Characters.IsHan(next) || char.IsAsciiLetter(next) || next is '“' or '《' or '（';
            default:
                return true;
        }
    }

    /// <summary>Whether what stands before the mark lets it begin something: 按照第（三）项 does not.</summary>
    public static bool Precedes(string text, NumberMark mark) => mark.Start == 0 || !BeforeReference.Contains(text[mark.Start - 1]);

    /// <summary>Whether the source parts the mark from what follows with a blank.</summary>
    public static bool HasBlankAfter(CleanText clean, NumberMark mark) =>
        mark.End < clean.Text.Length && clean.PlaceOf(mark.End) > clean.PlaceOf(mark.End - 1) + 1;

    private static bool BeginsWithWord(ReadOnlySpan<char> text)
    {
        foreach (var word in Words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>A table that lost its form is a name and a string of figures, which are no date.</summary>
    private static bool IsFlattenedTable(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var c in text[..Math.Min(text.Length, 30)])
        {
            if (c == '年') return false;
            if (char.IsAsciiDigit(c)) digits++;
        }

        return digits >= 10;
    }

    /// <summary>附件 opens an annex where it stands alone or with its number; 附件：1.… is the list of annexes that a letter names.</summary>
    private static bool IsAnnexHeading(string text, NumberMark mark)
    {
        var next = text[mark.End];
        if (next is '\n' or CleanText.Gap) return true;
        return mark.Number > 0 && next is not ('、' or '，' or '和' or '至' or '的' or '.') && mark.End + 60 > LineEnd(text, mark.End);
    }

    public static int LineEnd(string text, int from)
    {
        var length = text.AsSpan(from).IndexOfAny('\n', CleanText.Gap);
        return length < 0 ? text.Length : from + length;
    }
}
