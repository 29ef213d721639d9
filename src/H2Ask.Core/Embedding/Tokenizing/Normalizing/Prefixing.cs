namespace H2Ask.Core.Embedding.Tokenizing.Normalizing;

/// <summary>Puts a text before every text that is not empty.</summary>
internal sealed class Prefixing(string prefix) : TextStep
{
    public override void Apply(ReadOnlySpan<char> text, TextBuffer output, Workspace workspace)
    {
        if (text.Length > 0) output.Append(prefix);
        output.Append(text);
    }
}
