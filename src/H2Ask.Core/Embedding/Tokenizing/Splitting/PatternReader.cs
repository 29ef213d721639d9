namespace H2Ask.Core.Embedding.Tokenizing.Splitting;

/// <summary>Reads the patterns of a tokenizer's file.</summary>
internal static class PatternReader
{
    public static Pattern Read(FilePart part)
    {
        if (part.TryMember("String") is { } literal)
        {
            return literal.Text.Length > 0 ? new LiteralPattern(literal.Text) : throw literal.Refuse("is empty");
        }

        var expression = part.Member("Regex");
        try
        {
            return RegularPatternParser.Parse(expression.Text);
        }
        catch (FormatException cause)
        {
            throw expression.Refuse($"has what is not known here: {cause.Message}", cause);
        }
    }
}
