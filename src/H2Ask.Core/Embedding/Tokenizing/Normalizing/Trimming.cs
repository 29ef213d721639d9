namespace H2Ask.Core.Embedding.Tokenizing.Normalizing;

/// <summary>Takes blanks away at the start and at the end.</summary>
internal sealed class Trimming(bool atStart, bool atEnd) : TextStep
{
    public override void Apply(ReadOnlySpan<char> text, TextBuffer output, Workspace workspace)
    {
        if (atStart) text = text.TrimStart();
        if (atEnd) text = text.TrimEnd();
        output.Append(text);
    }
}
