namespace H2Ask.Core.Answering.Checking;

/// <summary>A pair of letters or a Latin word that a claim says something with.</summary>
/// <param name="Term">Its term.</param>
/// <param name="Start">Where it begins in the claim's words.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Weight">How much it tells.</param>
internal readonly record struct ClaimWord(ulong Term, int Start, int End, float Weight);
