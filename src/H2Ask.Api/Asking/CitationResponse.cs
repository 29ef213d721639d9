using H2Ask.Core.Answering;
using H2Ask.Core.Corpus;

namespace H2Ask.Api.Asking;

/// <summary>A place in a document that proves a statement.</summary>
public sealed record CitationResponse
{
    /// <summary>Its number in the answer, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The passage it stands in.</summary>
    public required string PassageId { get; init; }

    /// <summary>The document it stands in.</summary>
    public required string DocumentId { get; init; }

    /// <summary>The document's title.</summary>
    public required string DocumentTitle { get; init; }

    /// <summary>发文字号.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The bodies that issued it, in one line.</summary>
    public string? Issuer { get; init; }

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

    /// <summary>The text at the place, letter for letter.</summary>
    public required string Quote { get; init; }

    /// <summary>Where the quote begins in the decoded file (UTF-16 code units).</summary>
    public required int Start { get; init; }

    /// <summary>Where it ends, exclusive.</summary>
    public required int End { get; init; }

    /// <summary>The passages of other places that say the same.</summary>
    public required IReadOnlyList<TwinResponse> Twins { get; init; }

    /// <summary>Where the page shows it.</summary>
    public required string Url { get; init; }

    /// <summary>Describes a citation.</summary>
    internal static CitationResponse Of(Citation citation)
    {
        var document = citation.Source.Document.Document;
        return new CitationResponse
        {
            Number = citation.Number,
            PassageId = citation.Source.Passage.Id,
            DocumentId = document.Id,
            DocumentTitle = document.Title,
            DocumentNumber = document.DocumentNumber,
            Issuer = document.Issuers.Count > 0 ? string.Join('、', document.Issuers) : null,
            Region = document.Region,
            Date = document.Date,
            Status = document.Status,
            File = document.File,
            Section = citation.Source.Passage.Section,
            Quote = citation.Quote,
            Start = citation.Start,
            End = citation.End,
            Twins = [.. citation.Twins.Select(TwinResponse.Of)],
            Url = SourceLink.To(document.Id, citation.Start, citation.End),
        };
    }
}
