namespace H2Ask.Api.Asking;

/// <summary>The next piece of the answer, in a stream.</summary>
/// <param name="Text">The text, with citation marks.</param>
/// <param name="Statement">The statement that it is, so that marks need not be looked for in the documents' words; null for a refusal.</param>
public sealed record DeltaEvent(string Text, StatementResponse? Statement = null);
