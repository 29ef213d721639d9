using System.Globalization;
using H2Ask.Core.Index;
using H2Ask.Qdrant.Stored;
using H2Ask.Qdrant.Wire;

namespace H2Ask.Qdrant.Reading;

/// <summary>What the filters of a search mean on the server. The documents are at hand, so a part of a name becomes the names that it is a part of.</summary>
/// <param name="documents">The documents.</param>
internal sealed class DocumentFilters(IReadOnlyList<IndexedDocument> documents)
{
    private readonly string[] _regions = [.. documents.SelectMany(document => document.Document.Region).Distinct(StringComparer.Ordinal)];
    private readonly string[] _issuers = [.. documents.SelectMany(document => document.Document.Issuers).Distinct(StringComparer.Ordinal)];

    /// <summary>The conditions that passages must meet; null: none can meet them.</summary>
    public IReadOnlyList<Filter>? Of(SearchFilters filters)
    {
        var conditions = new List<Filter>();
        var canBeMet =
            Add(PayloadFields.Regions, filters.Regions.Count, _regions.Where(name => filters.Regions.Any(region => name.StartsWith(region, StringComparison.Ordinal))))
            && Add(PayloadFields.Issuers, filters.Issuers.Count, _issuers.Where(name => filters.Issuers.Any(issuer => name.Contains(issuer, StringComparison.Ordinal))))
            && Add(PayloadFields.Year, filters.Years.Count, filters.Years.Select(year => year.ToString(CultureInfo.InvariantCulture)))
            && Add(PayloadFields.File, filters.Files.Count, filters.Files)
            && Add(PayloadFields.Kind, filters.Kinds.Count, filters.Kinds);
        return canBeMet ? conditions : null;

        bool Add(string field, int wanted, IEnumerable<string> values)
        {
            if (wanted == 0) return true;
            var allowed = values.ToArray();
            conditions.Add(Filter.AnyOf(field, allowed));
            return allowed.Length > 0;
        }
    }
}
