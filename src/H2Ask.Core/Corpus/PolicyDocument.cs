namespace H2Ask.Core.Corpus;

/// <summary>What is known of one policy document. What its text does not say stays empty.</summary>
public sealed record PolicyDocument
{
    /// <summary>Names the document in answers and links; made from its file and title, so that indexing again keeps it.</summary>
    public required string Id { get; init; }

    /// <summary>The file it stands in, relative to the folder that was indexed.</summary>
    public required string File { get; init; }

    /// <summary>Where it begins in the decoded file (UTF-16 code units).</summary>
    public required int Start { get; init; }

    /// <summary>Where it ends, exclusive.</summary>
    public required int End { get; init; }

    /// <summary>Its title, without numbering, 文号 or issuer.</summary>
    public required string Title { get; init; }

    /// <summary>发文字号, as 国发〔2021〕23号.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The bodies that issued it.</summary>
    public IReadOnlyList<string> Issuers { get; init; } = [];

    /// <summary>The place it is for, from the largest: 山东省, 济南市; or 国家.</summary>
    public IReadOnlyList<string> Region { get; init; } = [];

    /// <summary>规划, 办法, 方案, 意见, 措施, 细则, 通知, 标准, 新闻 …</summary>
    public string? Kind { get; init; }

    /// <summary>征求意见稿, 试行, 暂行, 修订版 or 正式.</summary>
    public string? Status { get; init; }

    /// <summary>When it was signed or issued.</summary>
    public PolicyDate? IssueDate { get; init; }

    /// <summary>When it was made public, where the text tells that apart.</summary>
    public PolicyDate? PublicationDate { get; init; }

    /// <summary>The date to show: of issue, else of publication.</summary>
    public PolicyDate? Date => IssueDate ?? PublicationDate;

    /// <summary>施行日期: when it takes effect.</summary>
    public PolicyDate? EffectiveFrom { get; init; }

    /// <summary>The last day it is valid, stated or worked out from its 有效期.</summary>
    public PolicyDate? ValidUntil { get; init; }

    /// <summary>The years that it plans for, as 2021-2025.</summary>
    public string? Period { get; init; }

    /// <summary>Whether it is only a part (节选) of the document.</summary>
    public bool Excerpt { get; init; }

    /// <summary>The document of the corpus that this one repeats, by id.</summary>
    public string? DuplicateOf { get; init; }

    /// <summary>The document of the corpus that this one reports on, by id.</summary>
    public string? ReportOf { get; init; }

    /// <summary>The document of the corpus that takes this one's place, by id.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>What a reader should know of its making, such as a title that its body contradicts.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Its headings, in their order.</summary>
    public IReadOnlyList<Section> Sections { get; init; } = [];
}
