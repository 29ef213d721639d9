using System.Text;

namespace H2Ask.Core.Embedding.Tokenizing.Normalizing;

/// <summary>Makes letters small, each for itself: a sigma at the end of a word is like any other.</summary>
internal sealed class Lowercasing : CharacterStep
{
    protected override void Append(int codePoint, TextBuffer output)
    {
        if (codePoint == 'İ') output.Append("i\u0307");
        else output.AppendCodePoint(Rune.ToLowerInvariant(new Rune(codePoint)).Value);
    }
}
