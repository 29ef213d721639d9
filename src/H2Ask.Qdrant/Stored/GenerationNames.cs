using System.Globalization;
using System.Text.RegularExpressions;

namespace H2Ask.Qdrant.Stored;

/// <summary>
/// The names on the server of an index: its collections, the name that the one in use goes by, and the name that says which generation of it is in use.
/// That is one name in one collection, so that one change of names switches both.
/// </summary>
/// <param name="index">The name of the index.</param>
internal sealed partial class GenerationNames(string index)
{
    /// <summary>The name of the collection in use.</summary>
    public string Current => index;

    /// <summary>The collection in which writers say that they write.</summary>
    public string Writers => index + "-writers";

    /// <summary>The name of a collection that begins now, and of a generation: the moment, and something of its own.</summary>
    public static string NewName() => string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyyMMdd-HHmmss-fff}-{Guid.NewGuid().ToString("N")[..8]}");

    /// <summary>The name of a collection.</summary>
    public string OfCollection(string name) => $"{index}-data-{name}";

    /// <summary>Whether a collection is one of the index, not its writers' and not another index's.</summary>
    public bool IsCollection(string name) => IsName(name, index + "-data-");

    /// <summary>The name that says that a generation is in use.</summary>
    public string OfGeneration(string name) => $"{index}-generation-{name}";

    /// <summary>The generation of which a name says that it is in use; null where it is no such name.</summary>
    public string? GenerationOf(string alias) => IsName(alias, index + "-generation-") ? alias[(index.Length + "-generation-".Length)..] : null;

    // Another index may be called as this one and more: what follows must be a moment.
    private static bool IsName(string name, string start) => name.StartsWith(start, StringComparison.Ordinal) && Moment().IsMatch(name.AsSpan(start.Length));

    [GeneratedRegex("^[0-9]{8}-[0-9]{6}-[0-9]{3}-[0-9a-f]{8}$", RegexOptions.CultureInvariant)]
    private static partial Regex Moment();
}
