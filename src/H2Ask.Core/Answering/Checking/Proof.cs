using H2Ask.Core.Retrieval;
using H2Ask.Core.Text;

namespace H2Ask.Core.Answering.Checking;

/// <summary>What proves a statement, or a part of it.</summary>
/// <param name="Source">The passage.</param>
/// <param name="Span">The shortest run of whole clauses of its text that does.</param>
internal sealed record Proof(SearchHit Source, TextSpan Span);
