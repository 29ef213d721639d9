using System.Globalization;
using H2Ask.Core.Corpus;
using H2Ask.Core.Index;

namespace H2Ask.Qdrant.Stored;

/// <summary>Passages on their way into points and out of them.</summary>
internal static class StoredPassages
{
    /// <summary>What the point of a passage carries.</summary>
    /// <param name="written">The passage.</param>
    /// <param name="place">Which of its document's passages it is.</param>
    public static PointPayload ToPayload(NewPassage written, int place)
    {
        var (document, passage) = (written.Document.Document, written.Passage);
        return new PointPayload(PointTypes.Passage)
        {
            Id = passage.Id,
            At = PlaceOf(document.Id, place),
            Regions = document.Region is [] ? null : document.Region,
            Issuers = document.Issuers is [] ? null : document.Issuers,
            Year = document.Date?.Year.ToString(CultureInfo.InvariantCulture),
            File = document.File,
            Kind = document.Kind,
            Passage = new PassageContent(
                document.Title,
                passage.Start - document.Start,
                passage.End - document.Start,
                passage.SearchText,
                passage.Text == passage.SearchText ? null : passage.Text,
                passage.Section is [] ? null : passage.Section,
                passage.Twins is [] ? null : passage.Twins,
                written.Key == default ? null : PointIds.FromKey(written.Key)),
        };
    }

    /// <summary>The passage that a point carries.</summary>
    public static Passage ToPassage(string id, PassageContent content, PolicyDocument document) => new()
    {
        Id = id,
        DocumentId = document.Id,
        Start = document.Start + content.Start,
        End = document.Start + content.End,
        Section = content.Section ?? [],
        Text = content.Text ?? content.SearchText,
        SearchText = content.SearchText,
        Twins = content.Twins ?? [],
    };

    /// <summary>The name of a passage's place.</summary>
    public static string PlaceOf(string document, int place) => string.Create(CultureInfo.InvariantCulture, $"{document}#{place}");

    /// <summary>Reads the name of a passage's place; false where it is none.</summary>
    public static bool TryReadPlace(string? at, out string document, out int place)
    {
        var mark = at?.LastIndexOf('#') ?? -1;
        document = mark < 0 ? string.Empty : at![..mark];
        place = 0;
        return mark >= 0 && int.TryParse(at.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out place);
    }
}
