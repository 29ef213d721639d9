using System.ComponentModel;
using H2Ask.Core.Corpus;
using H2Ask.Core.Index;
using Microsoft.AspNetCore.Mvc;

namespace H2Ask.Api.Documents;

/// <summary>Which documents to list.</summary>
internal sealed record DocumentQuery
{
    [Description("How many documents to leave out at the beginning.")]
    [FromQuery(Name = "offset")]
    public int? Offset { get; init; }

    [Description("How many documents to return: up to 1000; 100 where nothing is said.")]
    [FromQuery(Name = "limit")]
    public int? Limit { get; init; }

    [Description("Words of the title, or a part of the 文号.")]
    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    [Description("A place: 山东省, 济南.")]
    [FromQuery(Name = "region")]
    public string? Region { get; init; }

    [Description("The year of the document's date.")]
    [FromQuery(Name = "year")]
    public int? Year { get; init; }

    [Description("A kind of document: 规划, 办法.")]
    [FromQuery(Name = "kind")]
    public string? Kind { get; init; }

    [Description("A file.")]
    [FromQuery(Name = "file")]
    public string? File { get; init; }

    /// <summary>Whether a document is asked for.</summary>
    public bool Match(PolicyDocument document)
    {
        var filters = new SearchFilters
        {
            Regions = Region is { Length: > 0 } region ? [region] : [],
            Years = Year is { } year ? [year] : [],
            Files = File is { Length: > 0 } file ? [file] : [],
            Kinds = Kind is { Length: > 0 } kind ? [kind] : [],
        };
        return filters.Match(document) && (Q ?? string.Empty)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .All(word => document.Title.Contains(word, StringComparison.OrdinalIgnoreCase)
                || document.DocumentNumber?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);
    }
}
