namespace H2Ask.Core.Evaluation;

/// <summary>A place that an answer cited.</summary>
/// <param name="File">The file.</param>
/// <param name="Start">Where it begins (UTF-16 code units).</param>
/// <param name="End">Where it ends, exclusive.</param>
public sealed record CitedPlace(string File, int Start, int End);
