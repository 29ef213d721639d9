namespace H2Ask.Core.Corpus;

/// <summary>A policy document as the corpus stage hands it on: what is known of it, its text, its passages.</summary>
/// <param name="Document">What is known of it.</param>
/// <param name="Text">Its own text: the decoded file from <see cref="PolicyDocument.Start"/> to <see cref="PolicyDocument.End"/>.</param>
/// <param name="Passages">Its passages, in their order.</param>
public sealed record CorpusDocument(PolicyDocument Document, string Text, IReadOnlyList<Passage> Passages);
