namespace H2Ask.Core.Embedding.Tokenizing.Normalizing;

/// <summary>A step that reads each character for itself.</summary>
internal abstract class CharacterStep : LocalStep
{
    public sealed override bool IsAlone(char c) => true;

    public sealed override void Apply(ReadOnlySpan<char> text, TextBuffer output, Workspace workspace)
    {
        for (var i = 0; i < text.Length;)
        {
            Append(CodePoints.At(text, i, out var length), output);
            i += length;
        }
    }

    /// <summary>Writes what becomes of a character.</summary>
    protected abstract void Append(int codePoint, TextBuffer output);
}
