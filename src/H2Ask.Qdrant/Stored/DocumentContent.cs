using H2Ask.Core.Corpus;

namespace H2Ask.Qdrant.Stored;

/// <summary>A document as a point keeps it; its text and its headings stand apart, since most who look at a document need neither.</summary>
/// <param name="Known">What is known of it, without its sections.</param>
/// <param name="Passages">How many passages it has.</param>
/// <param name="Text">The points of its text.</param>
/// <param name="Headings">The points of its headings, as JSON.</param>
internal sealed record DocumentContent(PolicyDocument Known, int Passages, IReadOnlyList<Guid> Text, IReadOnlyList<Guid> Headings);
