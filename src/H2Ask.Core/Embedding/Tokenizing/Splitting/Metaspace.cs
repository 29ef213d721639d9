namespace H2Ask.Core.Embedding.Tokenizing.Splitting;

/// <summary>SentencePiece's way with spaces: each becomes a visible mark, which also stands before a text, and begins a stretch of its own.</summary>
/// <param name="mark">The character in place of spaces.</param>
/// <param name="marksEach">Whether every stretch so far gets a mark before it, if it has none.</param>
/// <param name="divides">Whether each mark begins a stretch.</param>
internal sealed class Metaspace(char mark, bool marksEach, bool divides) : SplitStep
{
    public override void Apply(Workspace workspace)
    {
        for (var i = 0; i < workspace.Segments.Count; i++)
        {
            var (start, end) = workspace.Segments[i];
            var segment = workspace.Text.Text[start..end];
            var from = workspace.NextText.Length;
            if (marksEach && segment[0] != ' ' && segment[0] != mark) workspace.NextText.Append(mark);
            segment.Replace(workspace.NextText.Reserve(segment.Length), ' ', mark);
            workspace.NextText.Advance(segment.Length);
            Divide(workspace, from);
        }

        workspace.TakeNextText();
        workspace.TakeNextSegments();
    }

    private void Divide(Workspace workspace, int from)
    {
        var text = workspace.NextText.Text;
        while (divides && text[(from + 1)..].IndexOf(mark) is var found and >= 0)
        {
            workspace.NextSegments.Add(from, from + 1 + found);
            from += 1 + found;
        }

        workspace.NextSegments.Add(from, text.Length);
    }
}
