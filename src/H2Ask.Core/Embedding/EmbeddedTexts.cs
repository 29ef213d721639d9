namespace H2Ask.Core.Embedding;

/// <summary>The vectors of texts, in the texts' order, with how many texts were longer than the model sees and were cut, and how many tokens there were.</summary>
public sealed record EmbeddedTexts(IReadOnlyList<float[]> Vectors, int Cut, long Tokens);
