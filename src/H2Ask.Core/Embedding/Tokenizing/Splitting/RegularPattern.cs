namespace H2Ask.Core.Embedding.Tokenizing.Splitting;

/// <summary>
/// A regular expression of the simple kind that tokenizers use: alternatives, each a row of character sets that may be repeated, without
/// bound only the last. So no text makes it slow. It reads whole characters where .NET's would read halves of pairs.
/// </summary>
internal sealed class RegularPattern(IReadOnlyList<IReadOnlyList<RepeatedSet>> alternatives) : Pattern
{
    private readonly RepeatedSet[][] _alternatives = [.. alternatives.Select(alternative => alternative.ToArray())];

    public override bool TryFind(ReadOnlySpan<char> text, int from, out int start, out int end)
    {
        for (start = from; start < text.Length; start += CodePoints.LengthAt(text, start))
        {
            foreach (var alternative in _alternatives)
            {
                end = Match(alternative, text, start);
                if (end >= 0) return true;
            }
        }

        end = start;
        return false;
    }

    /// <summary>The end of the match of a row of sets at a place; -1 where there is none.</summary>
    private static int Match(ReadOnlySpan<RepeatedSet> row, ReadOnlySpan<char> text, int at)
    {
        if (row.IsEmpty) return at;
        var set = row[0];
        var count = 0;
        var end = at;
        while (count < set.Most && end < text.Length && set.Contains(CodePoints.At(text, end, out var length)))
        {
            end += length;
            count++;
        }

        if (row.Length == 1) return count >= set.Least ? end : -1;
        for (; count >= set.Least; count--)
        {
            var found = Match(row[1..], text, end);
            if (found >= 0) return found;
            if (count > 0) end -= end - at > 1 && char.IsSurrogatePair(text[end - 2], text[end - 1]) ? 2 : 1;
        }

        return -1;
    }
}
