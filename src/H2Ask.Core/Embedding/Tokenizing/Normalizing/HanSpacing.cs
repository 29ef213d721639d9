namespace H2Ask.Core.Embedding.Tokenizing.Normalizing;

/// <summary>BERT's spaces around each Chinese character.</summary>
internal sealed class HanSpacing : CharacterStep
{
    protected override void Append(int codePoint, TextBuffer output)
    {
        if (!IsHan(codePoint))
        {
            output.AppendCodePoint(codePoint);
            return;
        }

        output.Append(' ');
        output.AppendCodePoint(codePoint);
        output.Append(' ');
    }

    /// <summary>The blocks as BERT's tokenizers have them; that the first of extension E are missing is part of the contract with the models.</summary>
    private static bool IsHan(int codePoint) => codePoint
        is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x2A6DF) or (>= 0x2A700 and <= 0x2B81F) or (>= 0x2B920 and <= 0x2CEAF) or (>= 0x2F800 and <= 0x2FA1F);
}
