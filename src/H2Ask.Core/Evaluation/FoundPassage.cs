namespace H2Ask.Core.Evaluation;

/// <summary>A place that an answer cites or a search found.</summary>
/// <param name="File">The file it stands in.</param>
/// <param name="Start">Where it begins in the decoded file (UTF-16 code units).</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Text">What is said to stand there: the quote, or the passage.</param>
/// <param name="DocumentTitle">The document it stands in.</param>
/// <param name="Section">The headings it stands under, from the outermost.</param>
public sealed record FoundPassage(string File, int Start, int End, string Text, string DocumentTitle, IReadOnlyList<string> Section);
