namespace H2Ask.Api.Asking;

/// <summary>The next piece of the answer, in a stream.</summary>
/// <param name="Text">The text, with citation marks.</param>
public sealed record DeltaEvent(string Text);
