using System.Text.Json.Serialization;

namespace H2Ask.Core.Evaluation.Sources;

/// <summary>What <c>/api/ask</c> answers, as far as it is scored.</summary>
internal sealed record AnswerBody : IJsonOnDeserialized
{
    public required bool Answered { get; init; }

    public required string Answer { get; init; }

    public double Confidence { get; init; }

    public required IReadOnlyList<PlaceBody> Citations { get; init; }

    public void OnDeserialized() => PlaceBody.Check(Citations, needQuote: true);
}
