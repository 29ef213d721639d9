namespace H2Ask.Core.Embedding.Tokenizing.Normalizing;

/// <summary>Leaves out the characters of some kinds.</summary>
internal sealed class Removal(CharacterKinds kinds) : CharacterStep
{
    protected override void Append(int codePoint, TextBuffer output)
    {
        if (!CharacterTable.Is(codePoint, kinds)) output.AppendCodePoint(codePoint);
    }
}
