namespace H2Ask.Core.Embedding.Tokenizing.Normalizing;

/// <summary>Puts a text in the place of one character.</summary>
internal sealed class CharacterReplacement(int replaced, string content) : CharacterStep
{
    protected override void Append(int codePoint, TextBuffer output)
    {
        if (codePoint == replaced) output.Append(content);
        else output.AppendCodePoint(codePoint);
    }
}
