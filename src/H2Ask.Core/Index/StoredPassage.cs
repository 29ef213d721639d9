using H2Ask.Core.Corpus;

namespace H2Ask.Core.Index;

/// <summary>A passage as the index keeps it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Start">Where it begins in the decoded file.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="SearchText">What is searched of it.</param>
/// <param name="Section">The headings it stands under; null: none.</param>
/// <param name="Twins">The passages that say the same; null: none.</param>
/// <param name="Text">The source's own text; null where it is the part of the document's text from start to end.</param>
internal sealed record StoredPassage(
    string Id, int Start, int End, string SearchText, IReadOnlyList<string>? Section = null, IReadOnlyList<string>? Twins = null, string? Text = null)
{
    /// <summary>The passage without what its document holds already.</summary>
    public static StoredPassage Of(Passage passage, CorpusDocument document)
    {
        var (start, end) = (passage.Start - document.Document.Start, passage.End - document.Document.Start);
        var isPart = start >= 0 && start <= end && end <= document.Text.Length && document.Text.AsSpan(start, end - start).SequenceEqual(passage.Text);
        return new StoredPassage(
            passage.Id,
            passage.Start,
            passage.End,
            passage.SearchText,
            passage.Section is [] ? null : passage.Section,
            passage.Twins is [] ? null : passage.Twins,
            isPart ? null : passage.Text);
    }
}
