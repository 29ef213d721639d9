using System.Text.Json;

namespace H2Ask.Core.Evaluation.Sources;

/// <summary>A citation or a hit as the service writes it: a citation has a quote, a hit has a text.</summary>
internal sealed record PlaceBody
{
    public required string File { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    public string? Quote { get; init; }

    public string? Text { get; init; }

    public string? DocumentTitle { get; init; }

    public IReadOnlyList<string>? Section { get; init; }

    /// <summary>Sees that no list holds nulls and that every citation has its quote: the shape alone does not say so.</summary>
    public static void Check(IReadOnlyList<PlaceBody?> places, bool needQuote)
    {
        if (places.Any(place => place is null || (needQuote && place.Quote is null))) throw new JsonException();
    }

    public FoundPassage Found(string? text) => new(File, Start, End, text ?? string.Empty, DocumentTitle ?? File, Section ?? []);
}
