using System.Security.Cryptography;
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

    /// <summary>The last number that a generation can have; the marks of writers lie above it, where no search looks.</summary>
    public const int LastGeneration = 1 << 30;

    /// <summary>The points that stand under the mark of a writer, and belong to no generation.</summary>
    public static Filter Marked { get; } = Filter.All(Filter.Between(PayloadFields.From, LastGeneration, null));

    /// <summary>A mark that no other writer has: points stand under it until the writer knows that all of them are there.</summary>
    public static int NewMark() => RandomNumberGenerator.GetInt32(LastGeneration + 1, Always);

    /// <summary>The points that are to begin with the generation of that mark's writer.</summary>
    public static Filter BeginningAt(int mark) => Filter.All(Filter.Between(PayloadFields.From, mark - 1, mark));

    /// <summary>The points that the generation of that mark's writer is to do without.</summary>
    public static Filter EndingAt(int mark) => Filter.All(Filter.Between(PayloadFields.Until, mark - 1, mark));

    /// <summary>Those of some points that no generation in use has ended: what was ended must not come back.</summary>
    public static Filter Unended(IReadOnlyList<Guid> points) => Filter.All(new Filter { HasId = points }, Filter.Between(PayloadFields.Until, LastGeneration, null));

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
