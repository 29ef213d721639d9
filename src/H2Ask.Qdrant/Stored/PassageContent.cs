namespace H2Ask.Qdrant.Stored;

/// <summary>A passage as a point keeps it. Its place counts from the beginning of its document, so that it stays when something is put in before that.</summary>
/// <param name="Title">The title of its document, which is searched with it.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="SearchText">What is searched of it.</param>
/// <param name="Text">The source's own text; null where it is what is searched.</param>
/// <param name="Section">The headings it stands under; null: none.</param>
/// <param name="Twins">The passages that say the same; null: none.</param>
/// <param name="Key">What its vectors are known by; null where there are none.</param>
internal sealed record PassageContent(
    string Title, int Start, int End, string SearchText, string? Text = null, IReadOnlyList<string>? Section = null, IReadOnlyList<string>? Twins = null, Guid? Key = null);
