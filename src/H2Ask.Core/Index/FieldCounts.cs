namespace H2Ask.Core.Index;

/// <summary>How often a term stands in the body, the title and the headings of a passage, packed in twelve bits; more than fit count as the most that fit.</summary>
internal static class FieldCounts
{
    /// <summary>How many bits a packed count takes.</summary>
    public const int Bits = 12;

    /// <summary>How many different counts there are.</summary>
    public const int Values = 1 << Bits;

    private const int MostInBody = 63;
    private const int MostElsewhere = 7;
    private const int TitleShift = 6;
    private const int SectionShift = 9;

    /// <summary>The count with one more in a field.</summary>
    public static uint Increment(uint counts, LexicalField field) => field switch
    {
        LexicalField.Body => Body(counts) < MostInBody ? counts + 1 : counts,
        LexicalField.Title => Title(counts) < MostElsewhere ? counts + (1 << TitleShift) : counts,
        _ => Section(counts) < MostElsewhere ? counts + (1 << SectionShift) : counts,
    };

    public static int Body(uint counts) => (int)counts & MostInBody;

    public static int Title(uint counts) => (int)(counts >> TitleShift) & MostElsewhere;

    public static int Section(uint counts) => (int)(counts >> SectionShift) & MostElsewhere;
}
