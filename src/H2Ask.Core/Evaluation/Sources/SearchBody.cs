using H2Ask.Core.Retrieval;

namespace H2Ask.Core.Evaluation.Sources;

/// <summary>What is sent to <c>/api/search</c>.</summary>
internal sealed record SearchBody(string Query, IReadOnlyList<Turn> History, int Top);
