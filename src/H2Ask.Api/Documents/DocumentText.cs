namespace H2Ask.Api.Documents;

/// <summary>A document's own text. A place in the file is <see cref="Start"/> plus an offset into <see cref="Text"/>.</summary>
/// <param name="Id">Names the document.</param>
/// <param name="File">The file it stands in.</param>
/// <param name="Start">Where it begins in the decoded file (UTF-16 code units).</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Text">The text, letter for letter.</param>
public sealed record DocumentText(string Id, string File, int Start, int End, string Text);
