using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Structure;

/// <summary>A number as headings and items carry it: 第三章, 一、, （二）, 3., ①, 专栏1.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Number">Its value; of a path its last part.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where the text behind it begins.</param>
/// <param name="Parent">Of a path: a number made of all its parts but the last; else 0.</param>
/// <param name="Depth">Of a path: how many parts it has; else 0.</param>
internal readonly record struct NumberMark(NumberKind Kind, int Number, int Start, int End, int Parent = 0, int Depth = 0)
{
    private static readonly string[] Names = ["前言", "引言", "序言", "导言", "总则", "附则", "结语"];

    /// <summary>Reads the number mark that begins at the place, blanks inside it allowed; whether it is one in its context is another question.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int start, out NumberMark mark)
    {
        mark = default;
        if (start >= text.Length) return false;
        var c = text[start];
        if (c == '第') return TryReadDivision(text, start, out mark);
        if (c is '（' or '(') return TryReadBracketed(text, start, out mark);
        if (IsCircled(c))
        {
            mark = new NumberMark(NumberKind.Circled, c - '①' + 1, start, start + 1);
            return true;
        }

        if (char.IsAsciiDigit(c)) return TryReadDecimal(text, start, out mark);
        if (Characters.IsChineseDigit(c))
        {
            var end = start;
            var number = OrderNumber.Read(text, ref end);
            if (number is <= 0 or > 999 || end >= text.Length || text[end] is not ('、' or '.' or '．')) return false;
            mark = new NumberMark(NumberKind.Enumerated, number, start, end + 1);
            return true;
        }

        return TryReadNamed(text, start, out mark);
    }

    private static bool IsCircled(char c) => c is >= '①' and <= '⑳';

    private static bool TryReadDivision(ReadOnlySpan<char> text, int start, out NumberMark mark)
    {
        mark = default;
        var end = OrderNumber.SkipBlanks(text, start + 1);
        var number = OrderNumber.Read(text, ref end);
        end = OrderNumber.SkipBlanks(text, end);
        if (number <= 0 || end >= text.Length) return false;
        NumberKind? kind = text[end] switch
        {
            '编' or '篇' => NumberKind.Part,
            '部' when end + 1 < text.Length && text[end + 1] == '分' => NumberKind.Part,
            '章' => NumberKind.Chapter,
            '节' => NumberKind.Section,
            '条' => NumberKind.Article,
            _ => null,
        };
        if (kind is null) return false;
        end += text[end] == '部' ? 2 : 1;
        mark = new NumberMark(kind.Value, number, start, kind == NumberKind.Article ? EndOfInserted(text, end) : end);
        return true;
    }

    /// <summary>第一百二十条之一 is an article that an amendment put behind 第一百二十条.</summary>
    private static int EndOfInserted(ReadOnlySpan<char> text, int end)
    {
        if (end >= text.Length || text[end] != '之') return end;
        var inserted = end + 1;
        return inserted < text.Length && Characters.IsChineseDigit(text[inserted]) && OrderNumber.Read(text, ref inserted) > 0 ? inserted : end;
    }

    private static bool TryReadBracketed(ReadOnlySpan<char> text, int start, out NumberMark mark)
    {
        mark = default;
        var end = OrderNumber.SkipBlanks(text, start + 1);
        if (end >= text.Length) return false;
        var kind = char.IsAsciiDigit(text[end]) ? NumberKind.BracketedDecimal : NumberKind.Bracketed;
        var number = OrderNumber.Read(text, ref end);
        end = OrderNumber.SkipBlanks(text, end);
        if (number is <= 0 or > 99 || end >= text.Length || text[end] is not ('）' or ')')) return false;
        mark = new NumberMark(kind, number, start, end + 1);
        return true;
    }

    private static bool TryReadDecimal(ReadOnlySpan<char> text, int start, out NumberMark mark)
    {
        mark = default;
        var end = start;
        var number = OrderNumber.Read(text, ref end);
        if (number is <= 0 or > 99 || end >= text.Length) return false;
        var (parent, depth) = (0, 1);
        while (depth < 6 && end + 1 < text.Length && text[end] is '.' or '．' && char.IsAsciiDigit(text[end + 1]))
        {
            var partEnd = end + 1;
            var part = OrderNumber.Read(text, ref partEnd);
            if (part is <= 0 or > 99 || text[end + 1] == '0') break;
            parent = unchecked((parent * 100) + number);
            (number, end) = (part, partEnd);
            depth++;
        }

        if (end >= text.Length) return false;
        if (depth > 1)
        {
            if (text[end] is '.' or '．' or '、') end++;
            mark = new NumberMark(NumberKind.Path, number, start, end, parent, depth);
            return true;
        }

        var kind = text[end] switch
        {
            '.' or '．' or '、' => NumberKind.Decimal,
            '）' or ')' => NumberKind.HalfBracketed,
            _ => NumberKind.Path,
        };
        if (kind == NumberKind.Path)
        {
            // 7 节能环保产业: only the paths below it, 7.1 and 7.2, can show that this is a heading.
            if (!Characters.IsHan(text[end]) && !Characters.IsSpace(text[end])) return false;
            mark = new NumberMark(kind, number, start, end, 0, 1);
            return true;
        }

        end++;
        if (kind == NumberKind.Decimal && end < text.Length && char.IsAsciiDigit(text[end]) && !BeginsWithYear(text[end..])) return false;
        mark = new NumberMark(kind, number, start, end);
        return true;
    }

    private static bool BeginsWithYear(ReadOnlySpan<char> text)
    {
        if (text.Length < 5 || !char.IsAsciiDigit(text[1]) || !char.IsAsciiDigit(text[2]) || !char.IsAsciiDigit(text[3])) return false;
        return text[4] is '年' or '-' or '—' or '－';
    }

    private static bool TryReadNamed(ReadOnlySpan<char> text, int start, out NumberMark mark)
    {
        mark = default;
        if (start + 1 >= text.Length) return false;
        var rest = text[start..];
        if (rest.StartsWith("专栏") || rest.StartsWith("附件") || rest.StartsWith("附表") || rest.StartsWith("附录"))
        {
            var end = OrderNumber.SkipBlanks(text, start + 2);
            var number = end < text.Length ? OrderNumber.Read(text, ref end) : 0;
            if (number <= 0) end = start + 2;
            mark = new NumberMark(rest[0] == '专' ? NumberKind.Box : NumberKind.Annex, Math.Max(number, 0), start, end);
            return true;
        }

        foreach (var name in Names)
        {
            if (!rest.StartsWith(name, StringComparison.Ordinal)) continue;
            mark = new NumberMark(NumberKind.Named, 0, start, start + name.Length);
            return true;
        }

        return false;
    }
}
