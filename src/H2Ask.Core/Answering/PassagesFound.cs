using H2Ask.Core.Retrieval;

namespace H2Ask.Core.Answering;

/// <summary>The search has ended: always the first step.</summary>
/// <param name="Hits">What it found, the best first.</param>
public sealed record PassagesFound(IReadOnlyList<SearchHit> Hits) : AnswerEvent;
