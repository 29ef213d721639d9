using H2Ask.Core.Retrieval;

namespace H2Ask.Core.Evaluation.Sources;

/// <summary>What is sent to <c>/api/ask</c>.</summary>
internal sealed record AskBody(string Question, IReadOnlyList<Turn> History);
