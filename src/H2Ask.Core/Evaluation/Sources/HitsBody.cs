using System.Text.Json.Serialization;

namespace H2Ask.Core.Evaluation.Sources;

/// <summary>What <c>/api/search</c> answers.</summary>
internal sealed record HitsBody : IJsonOnDeserialized
{
    public required IReadOnlyList<PlaceBody> Hits { get; init; }

    public void OnDeserialized() => PlaceBody.Check(Hits, needQuote: false);
}
