using System.Buffers;
using H2Ask.Core.Corpus.Cleaning;
using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Structure;

/// <summary>Finds everything in a clean text that could be the number of a heading or item.</summary>
internal static class NumberMarkScanner
{
    private static readonly SearchValues<char> Beginnings = SearchValues.Create(
        "第（(专附前引序导总结0123456789一二三四五六七八九十〇零百①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳");

    public static List<(NumberMark Mark, MarkContext Context)> Scan(string text, IReadOnlyList<int> boundaries)
    {
        var found = new List<(NumberMark, MarkContext)>();
        var lineStart = 0;
        while (lineStart < text.Length)
        {
            var length = text.AsSpan(lineStart).IndexOfAny('\n', CleanText.Gap);
            var lineEnd = length < 0 ? text.Length : lineStart + length;
            if (!text.AsSpan(lineStart, lineEnd - lineStart).Contains('\t')) ScanLine(text.AsSpan(0, lineEnd), lineStart, boundaries, found);
            lineStart = lineEnd + 1;
        }

        return found;
    }

    private static void ScanLine(ReadOnlySpan<char> text, int start, IReadOnlyList<int> boundaries, List<(NumberMark Mark, MarkContext Context)> found)
    {
        for (var at = start; at < text.Length;)
        {
            var step = text[at..].IndexOfAny(Beginnings);
            if (step < 0) return;
            at += step;
            var context = ContextOf(text, start, at, boundaries);
            if (!IsInsideNumber(text, start, at) && NumberMark.TryRead(text, at, out var mark) && IsPossible(mark, context))
            {
                found.Add((mark, context));
                at = mark.End;
            }
            else
            {
                at++;
            }
        }
    }

    private static bool IsInsideNumber(ReadOnlySpan<char> text, int start, int at)
    {
        if (at == start) return false;
        var before = text[at - 1];
        if (char.IsAsciiDigit(text[at])) return char.IsAsciiDigit(before) || before is '.' or '第' or '（' or '(' or '-' or '~' or '/' || char.IsAsciiLetter(before);
        return Characters.IsChineseDigit(text[at]) && (Characters.IsChineseDigit(before) || before is '第' or '（' or '(' or '、');
    }

    private static bool IsPossible(NumberMark mark, MarkContext context) => mark.Kind switch
    {
        NumberKind.Annex or NumberKind.Named or NumberKind.Path => context == MarkContext.LineStart,
        NumberKind.Box => context == MarkContext.LineStart || (context == MarkContext.AfterSentence && mark.Number > 0),
        NumberKind.HalfBracketed => context is MarkContext.LineStart or MarkContext.AfterSentence,
        _ => true,
    };

    private static MarkContext ContextOf(ReadOnlySpan<char> text, int start, int at, IReadOnlyList<int> boundaries)
    {
        if (at == start || Contains(boundaries, at)) return MarkContext.LineStart;
        var before = text[at - 1];
        if (Characters.IsSentenceEnd(before) || before is '：' or ':' or ';') return MarkContext.AfterSentence;
        if (before == '.' && at - 2 >= start && !Characters.IsAsciiWord(text[at - 2])) return MarkContext.AfterSentence;
        if (!Characters.IsCloser(before)) return MarkContext.Glued;
        return at - 2 >= start && Characters.IsSentenceEnd(text[at - 2]) ? MarkContext.AfterSentence : MarkContext.AfterCloser;
    }

    private static bool Contains(IReadOnlyList<int> boundaries, int at)
    {
        for (var i = 0; i < boundaries.Count; i++)
        {
            if (boundaries[i] == at) return true;
        }

        return false;
    }
}
