namespace H2Ask.Core.Embedding.Tokenizing.Normalizing;

/// <summary>The cleaning of machine translation: control characters go, invisible and unusual blanks become spaces.</summary>
internal sealed class NmtCleaning : CharacterStep
{
    protected override void Append(int codePoint, TextBuffer output)
    {
        if (codePoint is (>= 0x01 and <= 0x08) or 0x0B or (>= 0x0E and <= 0x1F) or 0x7F or 0x8F or 0x9F) return;
        output.AppendCodePoint(IsBlank(codePoint) ? ' ' : codePoint);
    }

    private static bool IsBlank(int codePoint) => codePoint
        is 0x09 or 0x0A or 0x0C or 0x0D or 0x1680 or (>= 0x200B and <= 0x200F) or 0x2028 or 0x2029 or 0x2581 or 0xFEFF or 0xFFFD;
}
