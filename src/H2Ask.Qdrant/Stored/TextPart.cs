namespace H2Ask.Qdrant.Stored;

/// <summary>A part of a text that may be too long for one point.</summary>
/// <param name="Of">What text it is of.</param>
/// <param name="Number">Which part of it.</param>
/// <param name="Text">The part.</param>
internal sealed record TextPart(string Of, int Number, string Text);
