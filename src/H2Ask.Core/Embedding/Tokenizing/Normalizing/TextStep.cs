namespace H2Ask.Core.Embedding.Tokenizing.Normalizing;

/// <summary>One step of normalising. The text has no unpaired surrogates, before and after.</summary>
internal abstract class TextStep
{
    /// <summary>Writes the text as this step makes it.</summary>
    public abstract void Apply(ReadOnlySpan<char> text, TextBuffer output, Workspace workspace);
}
