namespace H2Ask.Core.Embedding;

/// <summary>Takes the vectors of a text's tokens.</summary>
/// <param name="text">The number of the text.</param>
/// <param name="vectors">The vectors, one after the other; they last no longer than the call.</param>
public delegate void TokenReader(int text, ReadOnlySpan<float> vectors);
