namespace H2Ask.Core.Embedding;

/// <summary>A text's tokens, and which of the texts it is.</summary>
internal readonly record struct TokenizedText(int Index, ReadOnlyMemory<int> Ids);
