using H2Ask.Core.Corpus;

namespace H2Ask.Core.Answering;

/// <summary>A passage that says the same as a cited one, and its document.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Document">The document it belongs to.</param>
public sealed record Twin(Passage Passage, PolicyDocument Document);
