namespace H2Ask.Core.Embedding.Tokenizing.Splitting;

/// <summary>SentencePiece's way with spaces: each becomes a visible mark, which also stands before a text, and begins a stretch of its own.</summary>
/// <param name="mark">The character in place of spaces.</param>
/// <param name="marksEach">Whether every stretch so far gets a mark before it, if it has none.</param>
/// <param name="divides">Whether each mark begins a stretch.</param>
internal sealed class Metaspace(char mark, bool marksEach, bool divides) : SplitStep
{
    public override void Apply(Workspace workspace)
    {
        var (texts, segments) = (workspace.Texts, workspace.Segments);
        for (var i = 0; i < segments.Current.Count; i++)
        {
            var (start, end) = segments.Current[i];
            var segment = texts.Current.Text[start..end];
            var from = texts.Next.Length;
            if (marksEach && segment[0] != ' ' && segment[0] != mark) texts.Next.Append(mark);
            segment.Replace(texts.Next.Reserve(segment.Length), ' ', mark);
            texts.Next.Advance(segment.Length);
            Divide(texts.Next.Text, from, segments.Next);
        }

        texts.Turn();
        segments.Turn();
    }

    private void Divide(ReadOnlySpan<char> text, int from, Segments segments)
    {
        while (divides && text[(from + 1)..].IndexOf(mark) is var found and >= 0)
        {
            segments.Add(from, from + 1 + found);
            from += 1 + found;
        }

        segments.Add(from, text.Length);
    }
}
