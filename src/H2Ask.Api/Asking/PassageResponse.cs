using H2Ask.Core.Corpus;
using H2Ask.Core.Retrieval;

namespace H2Ask.Api.Asking;

/// <summary>A passage that was found.</summary>
public sealed record PassageResponse
{
    /// <summary>The passage's name.</summary>
    public required string PassageId { get; init; }

    /// <summary>How well it fits; comparable within one search only.</summary>
    public required double Score { get; init; }

    /// <summary>The document it stands in.</summary>
    public required string DocumentId { get; init; }

    /// <summary>The document's title.</summary>
    public required string DocumentTitle { get; init; }

    /// <summary>发文字号.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The bodies that issued it.</summary>
    public required IReadOnlyList<string> Issuers { get; init; }

    /// <summary>The place it is for, from the largest.</summary>
    public required IReadOnlyList<string> Region { get; init; }

    /// <summary>The document's date.</summary>
    public PolicyDate? Date { get; init; }

    /// <summary>征求意见稿, 试行, 正式 …</summary>
    public string? Status { get; init; }

    /// <summary>The file it stands in.</summary>
    public required string File { get; init; }

    /// <summary>The headings it stands under.</summary>
    public required IReadOnlyList<string> Section { get; init; }

    /// <summary>Its text, letter for letter.</summary>
    public required string Text { get; init; }

    /// <summary>Where it begins in the decoded file (UTF-16 code units).</summary>
    public required int Start { get; init; }

    /// <summary>Where it ends, exclusive.</summary>
    public required int End { get; init; }

    /// <summary>Where the page shows it.</summary>
    public required string Url { get; init; }

    /// <summary>Describes a hit.</summary>
    internal static PassageResponse Of(SearchHit hit)
    {
        var document = hit.Document.Document;
        return new PassageResponse
        {
            PassageId = hit.Passage.Id,
            Score = Math.Round(hit.Score, 4),
            DocumentId = document.Id,
            DocumentTitle = document.Title,
            DocumentNumber = document.DocumentNumber,
            Issuers = document.Issuers,
            Region = document.Region,
            Date = document.Date,
            Status = document.Status,
            File = document.File,
            Section = hit.Passage.Section,
            Text = hit.Passage.Text,
            Start = hit.Passage.Start,
            End = hit.Passage.End,
            Url = SourceLink.To(document.Id, hit.Passage.Start, hit.Passage.End),
        };
    }
}
