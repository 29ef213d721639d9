using System.Text.Json.Serialization;

namespace H2Ask.Api.OpenAi;

/// <summary>What a piece adds to the answer.</summary>
/// <param name="Content">The text.</param>
/// <param name="Role"><c>assistant</c> in the first piece.</param>
public sealed record ChunkDelta(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Content = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Role = null);
