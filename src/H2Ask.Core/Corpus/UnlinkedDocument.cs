using H2Ask.Core.Corpus.Describing;
using H2Ask.Core.Corpus.Passages;

namespace H2Ask.Core.Corpus;

/// <summary>A document before it is linked with the others of its corpus.</summary>
/// <param name="Described">What its own text says of it.</param>
/// <param name="Text">Its text, letter for letter.</param>
/// <param name="Cut">Its sections and passages.</param>
internal sealed record UnlinkedDocument(DescribedDocument Described, string Text, DocumentCut Cut);
