namespace H2Ask.Qdrant.Wire;

/// <summary>Why the server does not do what was asked.</summary>
/// <param name="Error">The reason in words.</param>
internal sealed record FaultReason(string? Error);
