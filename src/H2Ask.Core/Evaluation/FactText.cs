using System.Text;
using H2Ask.Core.Embedding.Tokenizing;
using H2Ask.Core.Embedding.Tokenizing.Normalizing;

namespace H2Ask.Core.Evaluation;

/// <summary>Text as facts are compared: in Unicode's form NFKC, without blanks, in small letters.</summary>
internal static class FactText
{
    private static readonly NormalForm Compatible = new(compatible: true, composed: true);

    /// <summary>The text to compare.</summary>
    public static string Of(string text)
    {
        var normal = new TextBuffer();
        Compatible.Apply(text, normal, Workspace.OfThisThread());
        var comparable = new StringBuilder(normal.Length);
        foreach (var c in normal.Text)
        {
            if (!char.IsWhiteSpace(c)) comparable.Append(char.ToLowerInvariant(c));
        }

        Workspace.Leave(text.Length);
        return comparable.ToString();
    }
}
