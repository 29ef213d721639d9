using H2Ask.Core.Embedding.Tokenizing.Splitting;

namespace H2Ask.Core.Embedding.Tokenizing.Normalizing;

/// <summary>Puts a text in the place of each match of a pattern.</summary>
internal sealed class PatternReplacement(Pattern pattern, string content) : TextStep
{
    public override void Apply(ReadOnlySpan<char> text, TextBuffer output, Workspace workspace)
    {
        var done = 0;
        while (pattern.TryFind(text, done, out var start, out var end))
        {
            output.Append(text[done..start]);
            output.Append(content);
            done = end;
        }

        output.Append(text[done..]);
    }
}
