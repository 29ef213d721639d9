namespace H2Ask.Core.Embedding.Tokenizing.Normalizing;

/// <summary>BERT's cleaning: control characters go, every blank becomes a space.</summary>
internal sealed class ControlCleaning : CharacterStep
{
    protected override void Append(int codePoint, TextBuffer output)
    {
        if (CharacterTable.Is(codePoint, CharacterKinds.Whitespace))
        {
            // Of the blanks that are control characters too only tab and line ends are kept.
            if (codePoint is '\t' or '\n' or '\r' || !CharacterTable.Is(codePoint, CharacterKinds.Control)) output.Append(' ');
        }
        else if (codePoint != '\uFFFD' && !CharacterTable.Is(codePoint, CharacterKinds.Control))
        {
            output.AppendCodePoint(codePoint);
        }
    }
}
