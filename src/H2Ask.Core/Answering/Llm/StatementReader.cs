using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using H2Ask.Core.Text;

namespace H2Ask.Core.Answering.Llm;

/// <summary>
/// Reads statements out of what an LLM writes, piece by piece as it comes: a statement is a sentence or the rest of a line, with the
/// marks in it and right behind it. None is given out before what follows it has shown that it is whole.
/// </summary>
internal sealed partial class StatementReader
{
    /// <summary>No mark is longer: [1, 2, 3].</summary>
    private const int LongestMark = 24;

    /// <summary>What goes on without an end is no statement.</summary>
    private const int LongestStatement = 2000;

    private const string ThoughtStart = "<think>";
    private const string ThoughtEnd = "</think>";

    private readonly StringBuilder _text = new();
    private bool _hasBegun;
    private bool _isThinking;

    /// <summary>Takes the next piece; gives the statements that are whole with it.</summary>
    public IReadOnlyList<DraftStatement> Add(string piece)
    {
        _text.Append(piece);
        SkipThoughts();
        return _isThinking || !_hasBegun ? [] : Take(isEnd: false);
    }

    /// <summary>Gives what is left: the last statement too, where the LLM ended by itself, else only what is whole.</summary>
    public IReadOnlyList<DraftStatement> End(bool isComplete)
    {
        if (_isThinking) return [];
        var statements = Take(isEnd: true).ToList();
        if (isComplete && Read(_text.ToString()) is { } last) statements.Add(last);
        _text.Clear();
        return statements;
    }

    /// <summary>Some models think aloud before they answer.</summary>
    private void SkipThoughts()
    {
        if (!_hasBegun)
        {
            var start = _text.ToString().AsSpan().TrimStart();
            if (start.Length < ThoughtStart.Length && ThoughtStart.AsSpan().StartsWith(start, StringComparison.Ordinal)) return;
            _hasBegun = true;
            _isThinking = start.StartsWith(ThoughtStart, StringComparison.Ordinal);
        }

        if (!_isThinking) return;
        var text = _text.ToString();
        var end = text.IndexOf(ThoughtEnd, StringComparison.Ordinal);
        _isThinking = end < 0;
        // Of a thought that goes on, only what may be the beginning of its end matters.
        var keep = end < 0 ? Math.Min(text.Length, ThoughtEnd.Length - 1) : text.Length - end - ThoughtEnd.Length;
        _text.Clear().Append(text, text.Length - keep, keep);
    }

    private List<DraftStatement> Take(bool isEnd)
    {
        var statements = new List<DraftStatement>();
        var text = _text.ToString();
        var start = 0;
        while (FindEnd(text, start, isEnd) is >= 0 and var end)
        {
            if (end - start <= LongestStatement && Read(text[start..end]) is { } statement) statements.Add(statement);
            start = end;
        }

        _text.Remove(0, start);
        if (_text.Length > LongestStatement) _text.Clear();
        return statements;
    }

    /// <summary>Where the statement ends that begins at a place; -1 where that can't be told yet.</summary>
    private static int FindEnd(string text, int start, bool isEnd)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (Characters.IsLineEnd(text[i])) return i + 1;
            if (!EndsSentence(text, start, i)) continue;
            var end = i + 1;
            while (end < text.Length && (Characters.IsCloser(text[end]) && text[end] != ']' || EndsSentence(text, start, end))) end++;
            end = SkipMarks(text, end, isEnd);
            if (end < 0) return -1;
            if (end < text.Length || isEnd) return end;
            return -1;
        }

        return -1;
    }

    /// <summary>Where the marks end that follow; -1 where one has only begun.</summary>
    private static int SkipMarks(string text, int end, bool isEnd)
    {
        while (true)
        {
            var next = end;
            while (next < text.Length && Characters.IsSpace(text[next])) next++;
            if (next == text.Length) return isEnd ? end : -1;
            if (text[next] is not ('[' or '【' or '［')) return end;
            if (Mark().Match(text, next) is { Success: true } mark && mark.Index == next)
            {
                end = next + mark.Length;
                continue;
            }

            var isHalf = text.Length - next < LongestMark && HalfMark().IsMatch(text[next..]);
            return isHalf && !isEnd ? -1 : end;
        }
    }

    private static bool EndsSentence(string text, int start, int at)
    {
        var letter = text[at];
        if (letter is '。' or '！' or '？' or '!' or '?') return true;
        if (letter != '.') return false;
        // 1.5, 1. and e.g. end nothing; what may still go on is looked at again.
        var isListMark = text.AsSpan(start, at - start).Trim() is var before && before.Length <= 3 && before.ContainsAnyInRange('0', '9');
        return !isListMark && at + 1 < text.Length && (char.IsWhiteSpace(text[at + 1]) || text[at + 1] is '[' or '【');
    }

    private static DraftStatement? Read(string text)
    {
        var cited = new List<int>();
        foreach (Match mark in Mark().Matches(text))
        {
            foreach (Match number in Number().Matches(mark.Value))
            {
                // A number too long for one is none of a passage.
                var read = int.TryParse(number.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
                if (!cited.Contains(read)) cited.Add(read);
            }
        }

        // What is left of [[1]2] is a mark again.
        while (Mark().IsMatch(text)) text = Mark().Replace(text, string.Empty);
        var said = Clean(BlankBeforeStop().Replace(text, "$1"));
        return said.Any(char.IsLetterOrDigit) ? new DraftStatement(said, cited) : null;
    }

    /// <summary>The text in one line, without what only dresses it.</summary>
    private static string Clean(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (Characters.IsInvisible(letter) || char.IsControl(letter)) continue;
            letters.Append(char.IsWhiteSpace(letter) ? ' ' : letter);
        }

        var line = letters.Replace("**", string.Empty).Replace("`", string.Empty).ToString().Trim();
        return ListMark().Replace(line, string.Empty).Trim();
    }

    [GeneratedRegex(@"[\[【［]\s*\d{1,9}(?:\s*[,，、;；\-–]\s*\d{1,9})*\s*[\]】］]")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^[\[【［][\d\s,，、;；\-–]*$")]
    private static partial Regex HalfMark();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+([。，；！？.,;!?])")]
    private static partial Regex BlankBeforeStop();

    [GeneratedRegex(@"^(?:[#>\-*•·]+\s*|\d{1,2}[.、)）]\s*(?=\D)|[（(][一二三四五六七八九十\d]{1,2}[）)]\s*)+")]
    private static partial Regex ListMark();
}
