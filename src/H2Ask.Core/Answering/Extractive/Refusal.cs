using System.Globalization;
using H2Ask.Core.Retrieval;

namespace H2Ask.Core.Answering.Extractive;

/// <summary>Says what was not found, and what there is instead.</summary>
internal static class Refusal
{
    private const int Looked = 5;

    /// <summary>One sentence.</summary>
    public static string For(string question, IReadOnlyList<SearchHit> hits, FrameWords words)
    {
        if (hits.Count == 0) return words.Nothing;
        var analysis = QuestionAnalysis.Of(question);
        var nearest = hits[0].Document.Document.Title;
        var near = hits.Take(Looked).ToArray();
        if (analysis.Names.Count > 0 && near.All(hit => analysis.Names.All(name => !hit.Document.Document.Title.Contains(name, StringComparison.Ordinal)))) return words.NoSuchDocument($"《{analysis.Names[0]}》", nearest);
        if (analysis.Number is not null && near.All(hit => !analysis.NamesNumber(hit.Document.Document.DocumentNumber))) return words.NoSuchDocument(analysis.NumberAsWritten!, nearest);
        var place = analysis.PlaceNames.FirstOrDefault(name => !IsNear(name));
        if (place is not null) return words.NoSuchPlace(place, nearest);
        var year = analysis.NamedYears
            .Where(named => !near.Any(hit => DocumentEvidence.IsOf(hit.Document.Document, named)))
            .Select(named => named.ToString(CultureInfo.InvariantCulture))
            .FirstOrDefault(named => !IsNear(named));
        return year is not null ? words.NoSuchYear(year, nearest) : words.NotSaid(nearest);

        bool IsNear(string name) => near.Any(hit => hit.Names(name) || hit.Document.Document.Region.Any(region => region.Contains(name, StringComparison.Ordinal)));
    }
}
