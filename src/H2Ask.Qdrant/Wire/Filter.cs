namespace H2Ask.Qdrant.Wire;

/// <summary>A condition that points must meet, or several of them: Qdrant lets one stand where the other does.</summary>
internal sealed record Filter
{
    /// <summary>All of these are met.</summary>
    public IReadOnlyList<Filter>? Must { get; init; }

    /// <summary>The field that is looked at.</summary>
    public string? Key { get; init; }

    /// <summary>Which values it may have.</summary>
    public Match? Match { get; init; }

    /// <summary>Between which values it lies.</summary>
    public NumberRange? Range { get; init; }

    /// <summary>The points themselves.</summary>
    public IReadOnlyList<Guid>? HasId { get; init; }

    /// <summary>The vector that a point must have.</summary>
    public string? HasVector { get; init; }

    /// <summary>The field holds one of the values.</summary>
    public static Filter AnyOf(string key, params IEnumerable<string> values) => new() { Key = key, Match = new Match([.. values.Distinct(StringComparer.Ordinal)]) };

    /// <summary>The field lies above one number and up to another; null: without that bound.</summary>
    public static Filter Between(string key, int? above, int? upTo) => new() { Key = key, Range = new NumberRange(above, upTo) };

    /// <summary>All conditions are met.</summary>
    public static Filter All(params IEnumerable<Filter> conditions) => new() { Must = [.. conditions] };
}
