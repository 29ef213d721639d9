using System.Globalization;

namespace H2Ask.Core.Embedding.Tokenizing;

/// <summary>Says of every character which kinds it is of.</summary>
internal static class CharacterTable
{
    private static readonly CharacterKinds[] Table = Make();

    /// <summary>The kinds of all characters of the basic plane.</summary>
    public static ReadOnlySpan<CharacterKinds> BasicPlane => Table;

    public static bool Is(int codePoint, CharacterKinds kinds) => (Of(codePoint) & kinds) != 0;

    public static CharacterKinds Of(int codePoint) => codePoint < Table.Length ? Table[codePoint] : Find(codePoint);

    private static CharacterKinds[] Make()
    {
        var table = new CharacterKinds[0x10000];
        for (var c = 0; c < table.Length; c++) table[c] = char.IsSurrogate((char)c) ? CharacterKinds.Half : Find(c);
        return table;
    }

    private static CharacterKinds Find(int codePoint)
    {
        var category = CharUnicodeInfo.GetUnicodeCategory(codePoint);
        var kinds = KindsOf(category);
        if (codePoint < 128 && !char.IsAsciiLetterOrDigit((char)codePoint) && codePoint is > ' ' and < 127) kinds |= CharacterKinds.Punctuation;
        if (codePoint < 0x10000 && char.IsWhiteSpace((char)codePoint)) kinds |= CharacterKinds.Whitespace;
        if ((kinds & CharacterKinds.Whitespace) == 0 && !IsOfWords(codePoint, category)) kinds |= CharacterKinds.Symbol;
        return kinds;
    }

    private static CharacterKinds KindsOf(UnicodeCategory category) => category switch
    {
        UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation
            or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation => CharacterKinds.Punctuation,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => CharacterKinds.Numeric,
        UnicodeCategory.NonSpacingMark => CharacterKinds.Mark | CharacterKinds.NonspacingMark,
        UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharacterKinds.Mark,
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse => CharacterKinds.Control,
        _ => CharacterKinds.None,
    };

    /// <summary>Letters, marks, digits, connecting punctuation, the joiners, and the circled and squared letters that count as alphabetic.</summary>
    private static bool IsOfWords(int codePoint, UnicodeCategory category) =>
        category is <= UnicodeCategory.LetterNumber or UnicodeCategory.ConnectorPunctuation
        || codePoint is 0x200C or 0x200D or (>= 0x24B6 and <= 0x24E9) or (>= 0x1F130 and <= 0x1F149) or (>= 0x1F150 and <= 0x1F169) or (>= 0x1F170 and <= 0x1F189);
}
