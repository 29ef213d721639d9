using H2Ask.Qdrant.Wire;

namespace H2Ask.Qdrant.Stored;

/// <summary>
/// Which points belong to a generation: those from it or an earlier one until a later one. So the next generation can be written beside the one in use,
/// in the same collection and without touching what they share: nobody sees it who does not ask for its number.
/// </summary>
internal static class Lifetime
{
    /// <summary>Belongs to all generations from its first on.</summary>
    public const int Always = int.MaxValue;

    /// <summary>The points of a generation.</summary>
    public static Filter At(int generation) => Filter.All(Started(generation), Filter.Between(PayloadFields.Until, generation, null));

    /// <summary>The points of a generation that are of a type.</summary>
    public static Filter At(int generation, string type) => Filter.All(Started(generation), Filter.Between(PayloadFields.Until, generation, null), Filter.AnyOf(PayloadFields.Type, type));

    /// <summary>The points that no generation has that is in use or to come.</summary>
    public static Filter GoneAt(int generation) => Filter.Between(PayloadFields.Until, null, generation);

    /// <summary>The points that only generations have that come later.</summary>
    public static Filter OnlyAfter(int generation) => Filter.Between(PayloadFields.From, generation, null);

    /// <summary>The points of a generation that a later one was to do without.</summary>
    public static Filter EndingAfter(int generation) => Filter.Between(PayloadFields.Until, generation, Always - 1);

    private static Filter Started(int generation) => Filter.Between(PayloadFields.From, null, generation);
}
