using H2Ask.Core.Corpus;

namespace H2Ask.Core.Index;

/// <summary>A document of an index; its text, its headings and its passages are read from the index when they are asked for.</summary>
/// <param name="Number">Its place among the documents.</param>
/// <param name="Document">What is known of it, without its sections.</param>
/// <param name="FirstPassage">The number of its first passage; the others follow.</param>
/// <param name="Passages">How many passages it has.</param>
public sealed record IndexedDocument(int Number, PolicyDocument Document, int FirstPassage, int Passages);
