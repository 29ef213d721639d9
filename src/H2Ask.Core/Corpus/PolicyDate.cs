using System.Globalization;
using System.Text.Json.Serialization;

namespace H2Ask.Core.Corpus;

/// <summary>A date as exact as the text gives it: a year, a month, or a day. Written <c>2021</c>, <c>2021-03</c>, <c>2021-03-05</c>.</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">The month, where the text names it.</param>
/// <param name="Day">The day, where the text names it.</param>
[JsonConverter(typeof(PolicyDateJsonConverter))]
public readonly record struct PolicyDate(int Year, int? Month = null, int? Day = null) : IComparable<PolicyDate>
{
    /// <summary>Reads the written form; false where it is none.</summary>
    public static bool TryParse(string? text, out PolicyDate date)
    {
        date = default;
        var parts = text?.Split('-');
        if (parts is not { Length: >= 1 and <= 3 }) return false;
        Span<int> numbers = stackalloc int[3];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) return false;
        }

        var (year, month, day) = (numbers[0], numbers[1], numbers[2]);
        if (year is < 1 or > 9999) return false;
        if (parts.Length > 1 && month is < 1 or > 12) return false;
        if (parts.Length > 2 && (day < 1 || day > DateTime.DaysInMonth(year, month))) return false;
        date = new PolicyDate(year, parts.Length > 1 ? month : null, parts.Length > 2 ? day : null);
        return true;
    }

    /// <summary>The last day that the date can mean: the end of its month or year where no day is named.</summary>
    public DateOnly LastDay() => new(Year, Month ?? 12, Day ?? DateTime.DaysInMonth(Year, Month ?? 12));

    /// <inheritdoc />
    public int CompareTo(PolicyDate other) =>
        (Year, Month ?? 0, Day ?? 0).CompareTo((other.Year, other.Month ?? 0, other.Day ?? 0));

    /// <inheritdoc />
    public override string ToString() => (Month, Day) switch
    {
        (null, _) => Year.ToString("0000", CultureInfo.InvariantCulture),
        ({ } month, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{month:00}"),
        ({ } month, { } day) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{month:00}-{day:00}"),
    };

    /// <summary>Whether one date is before another.</summary>
    public static bool operator <(PolicyDate left, PolicyDate right) => left.CompareTo(right) < 0;

    /// <summary>Whether one date is after another.</summary>
    public static bool operator >(PolicyDate left, PolicyDate right) => left.CompareTo(right) > 0;

    /// <summary>Whether one date is not after another.</summary>
    public static bool operator <=(PolicyDate left, PolicyDate right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one date is not before another.</summary>
    public static bool operator >=(PolicyDate left, PolicyDate right) => left.CompareTo(right) >= 0;
}
