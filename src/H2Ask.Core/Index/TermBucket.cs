namespace H2Ask.Core.Index;

/// <summary>The terms whose keys begin with the same bits.</summary>
/// <param name="Start">The number of the first.</param>
/// <param name="Check">The checksum of their entries.</param>
internal readonly record struct TermBucket(int Start, uint Check);
