using H2Ask.Core.Answering;

namespace H2Ask.Api.Asking;

/// <summary>A passage that says the same as a cited one.</summary>
/// <param name="PassageId">The passage.</param>
/// <param name="DocumentId">The document it stands in.</param>
/// <param name="DocumentTitle">The document's title.</param>
/// <param name="File">The file it stands in.</param>
/// <param name="Start">Where it begins in the decoded file (UTF-16 code units).</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Url">Where the page shows it.</param>
public sealed record TwinResponse(string PassageId, string DocumentId, string DocumentTitle, string File, int Start, int End, string Url)
{
    /// <summary>Describes a twin.</summary>
    internal static TwinResponse Of(Twin twin) => new(
        twin.Passage.Id,
        twin.Document.Id,
        twin.Document.Title,
        twin.Document.File,
        twin.Passage.Start,
        twin.Passage.End,
        SourceLink.To(twin.Document.Id, twin.Passage.Start, twin.Passage.End));
}
