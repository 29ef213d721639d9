using H2Ask.Core.Corpus;

namespace H2Ask.Core.Index;

/// <summary>A document as the index keeps it; its text and its headings stand apart, since most who look at a document need neither.</summary>
/// <param name="Document">What is known of it, without its sections.</param>
/// <param name="FirstPassage">The number of its first passage.</param>
/// <param name="Passages">How many passages it has.</param>
internal sealed record StoredDocument(PolicyDocument Document, int FirstPassage, int Passages);
