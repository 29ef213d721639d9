namespace H2Ask.Qdrant.Wire;

/// <summary>What the server says where it does not do what was asked.</summary>
/// <param name="Status">Why.</param>
internal sealed record Fault(FaultReason Status);
