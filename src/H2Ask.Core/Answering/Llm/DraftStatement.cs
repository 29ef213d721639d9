namespace H2Ask.Core.Answering.Llm;

/// <summary>A statement as the LLM wrote it.</summary>
/// <param name="Text">What it says, without its marks.</param>
/// <param name="Cited">The numbers of the passages that it names for it; they need not exist.</param>
internal sealed record DraftStatement(string Text, IReadOnlyList<int> Cited);
