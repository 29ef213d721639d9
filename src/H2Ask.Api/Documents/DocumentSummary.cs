using H2Ask.Core.Corpus;
using H2Ask.Core.Index;

namespace H2Ask.Api.Documents;

/// <summary>A document in a list.</summary>
public record DocumentSummary
{
    /// <summary>Describes a document.</summary>
    public DocumentSummary(IndexedDocument document)
    {
        var known = document.Document;
        Id = known.Id;
        Title = known.Title;
        DocumentNumber = known.DocumentNumber;
        Issuers = known.Issuers;
        Region = known.Region;
        Kind = known.Kind;
        Status = known.Status;
        Date = known.Date;
        IssueDate = known.IssueDate;
        PublicationDate = known.PublicationDate;
        EffectiveFrom = known.EffectiveFrom;
        ValidUntil = known.ValidUntil;
        Period = known.Period;
        Excerpt = known.Excerpt;
        File = known.File;
        Start = known.Start;
        End = known.End;
        Passages = document.Passages;
        DuplicateOf = known.DuplicateOf;
        ReportOf = known.ReportOf;
        SupersededBy = known.SupersededBy;
    }

    /// <summary>Names the document.</summary>
    public string Id { get; }

    /// <summary>Its title.</summary>
    public string Title { get; }

    /// <summary>发文字号.</summary>
    public string? DocumentNumber { get; }

    /// <summary>The bodies that issued it.</summary>
    public IReadOnlyList<string> Issuers { get; }

    /// <summary>The place it is for, from the largest.</summary>
    public IReadOnlyList<string> Region { get; }

    /// <summary>规划, 办法, 通知 …</summary>
    public string? Kind { get; }

    /// <summary>征求意见稿, 试行, 正式 …</summary>
    public string? Status { get; }

    /// <summary>Its date: of issue, else of publication.</summary>
    public PolicyDate? Date { get; }

    /// <summary>When it was signed or issued.</summary>
    public PolicyDate? IssueDate { get; }

    /// <summary>When it was made public.</summary>
    public PolicyDate? PublicationDate { get; }

    /// <summary>When it takes effect.</summary>
    public PolicyDate? EffectiveFrom { get; }

    /// <summary>The last day it is valid.</summary>
    public PolicyDate? ValidUntil { get; }

    /// <summary>The years it plans for.</summary>
    public string? Period { get; }

    /// <summary>Whether it is only a part of the document (节选).</summary>
    public bool Excerpt { get; }

    /// <summary>The file it stands in.</summary>
    public string File { get; }

    /// <summary>Where it begins in the decoded file (UTF-16 code units).</summary>
    public int Start { get; }

    /// <summary>Where it ends, exclusive.</summary>
    public int End { get; }

    /// <summary>How many passages it has.</summary>
    public int Passages { get; }

    /// <summary>The document it repeats, by id.</summary>
    public string? DuplicateOf { get; }

    /// <summary>The document it reports on, by id.</summary>
    public string? ReportOf { get; }

    /// <summary>The document that takes its place, by id.</summary>
    public string? SupersededBy { get; }
}
