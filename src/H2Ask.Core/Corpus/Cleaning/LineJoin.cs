using System.Buffers;
using H2Ask.Core.Corpus.Structure;
using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Cleaning;

/// <summary>Decides whether a line goes on in the next one, as where a page break cuts a sentence.</summary>
internal static class LineJoin
{
    /// <summary>A line shorter than this is a heading or an item rather than a sentence that was cut.</summary>
    private const int ShortestCutLine = 25;

    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create("，。；：,;:");

    /// <summary>Whether a line, as far as it goes, stops in mid-sentence.</summary>
    public static bool StopsMidSentence(ReadOnlySpan<char> line)
    {
        if (line.Length < ShortestCutLine) return false;
        var last = line[^1];
        if (last is '，' or '、' or ',' || HasOpenBracket(line)) return true;
        if (Characters.IsSentenceEnd(last) || last is '：' or ':' or ';' or '…' or '.') return false;
        // A sentence may end with a bracket; that it does not is rarer.
        if (last is '）' or ')' or '】' or ']' or '〕') return false;
        if (last is '”' or '’' or '》' or '」' && Characters.IsSentenceEnd(line[^2])) return false;
        return line.ContainsAny(SentenceMarks);
    }

    /// <summary>Whether a line can be the second half of a sentence.</summary>
    public static bool CanGoOn(ReadOnlySpan<char> line)
    {
        if (NumberMark.TryRead(line, 0, out var mark) && (mark.Depth != 1 || line.Length < ShortestCutLine)) return false;
        if (line.StartsWith("——") || line.StartsWith("注：") || line.StartsWith("附件")) return false;
        if (line.StartsWith('表') || line.StartsWith('图')) return line.Length < 2 || !char.IsAsciiDigit(line[1]);
        // An addressee (各市人民政府：) opens a letter; a line without any mark is a heading unless it is as long as a sentence.
        if (line[^1] is '：' or ':' && line.Length < 80 && !line.Contains('。')) return false;
        return line.ContainsAny(SentenceMarks) || line.Contains('、') || line.Length >= ShortestCutLine;
    }

    /// <summary>Whether a line could be a footnote: it begins with a small number or a reference mark.</summary>
    public static bool LooksLikeFootnote(ReadOnlySpan<char> line, out int number)
    {
        number = 0;
        if (line.Length < 4) return false;
        if (line[0] is '¹' or '²' or '³')
        {
            number = line[0] == '¹' ? 1 : line[0] == '²' ? 2 : 3;
            return true;
        }

        if (line[0] is >= '①' and <= '⑳')
        {
            number = line[0] - '①' + 1;
            return true;
        }

        var i = line[0] is '[' ? 1 : 0;
        while (i < line.Length && i < 4 && char.IsAsciiDigit(line[i])) number = (number * 10) + line[i++] - '0';
        return number > 0 && i < line.Length && line[i] is '.' or ']' or '、' or ' ';
    }

    private static bool HasOpenBracket(ReadOnlySpan<char> line)
    {
        var tail = line[Math.Max(0, line.Length - 60)..];
        for (var i = tail.Length - 1; i >= 0; i--)
        {
            if (Characters.IsCloser(tail[i])) return false;
            if (tail[i] is '《' or '“' or '（' or '〔') return true;
        }

        return false;
    }
}
