namespace H2Ask.Core.Corpus;

/// <summary>A heading of a document and the text under it.</summary>
/// <param name="Level">1 for the outermost.</param>
/// <param name="Number">Its number as written: 第三章, 一、, （二）, 3., ①, 专栏1.</param>
/// <param name="Heading">The heading as it is shown: cleaned, with its number.</param>
/// <param name="Start">Where the heading begins in the decoded file.</param>
/// <param name="End">Where the section ends, its subsections included.</param>
public sealed record Section(int Level, string Number, string Heading, int Start, int End);
