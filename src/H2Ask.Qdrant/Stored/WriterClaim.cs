namespace H2Ask.Qdrant.Stored;

/// <summary>Says who writes the index, and until when that holds if nothing more is heard.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Expires">When it ends, in seconds since 1970.</param>
internal sealed record WriterClaim(string Holder, long Expires);
