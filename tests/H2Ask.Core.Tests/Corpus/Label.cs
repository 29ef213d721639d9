using System.Text.Json;
using System.Text.Json.Serialization;

namespace H2Ask.Core.Tests.Corpus;

/// <summary>One document of the corpus as a reader labelled it.</summary>
public sealed record Label
{
    public required string File { get; init; }

    public int Line { get; init; }

    public required string Role { get; init; }

    public int Start { get; init; }

    public int End { get; init; }

    public string? Title { get; init; }

    public string? DocumentNumber { get; init; }

    public IReadOnlyList<string> Issuers { get; init; } = [];

    public IReadOnlyList<string> Region { get; init; } = [];

    public string? Kind { get; init; }

    public string? Status { get; init; }

    public string? IssueDate { get; init; }

    public string? PublicationDate { get; init; }

    public string? EffectiveFrom { get; init; }

    public string? ValidUntil { get; init; }

    public bool Excerpt { get; init; }

    public string? ReportOf { get; init; }

    public JsonElement Period { get; init; }

    public IReadOnlyDictionary<string, bool> Sure { get; init; } = new Dictionary<string, bool>();

    [JsonIgnore]
    public bool HasPeriod => Period.ValueKind != JsonValueKind.Undefined;

    public bool IsSureOf(string field) => Sure.GetValueOrDefault(field, true);
}
