using H2Ask.Core.Index;

namespace H2Ask.Api.Uploads;

/// <summary>What the index is made of, where documents may be uploaded. Section <c>Documents</c> of the settings.</summary>
public sealed class DocumentsOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Documents";

    /// <summary>The folders that the index is made of; none: the service takes no documents.</summary>
    public string[] Corpus { get; set; } = [];

    /// <summary>The folder that uploaded documents are kept in; empty: beside the index.</summary>
    public string Uploads { get; set; } = string.Empty;

    /// <summary>How large an uploaded file may be (bytes).</summary>
    public long LargestUpload { get; set; } = 20 << 20;

    /// <summary>How long the text of an uploaded file may be, unpacked (characters).</summary>
    public int LongestText { get; set; } = 40_000_000;

    /// <summary>How large all uploaded files may be together (bytes).</summary>
    public long LargestFolder { get; set; } = 500 << 20;

    /// <summary>How many changes may wait to be indexed.</summary>
    public int MostWaiting { get; set; } = 100;

    /// <summary>The folder of uploaded documents, for an index.</summary>
    internal string UploadsFor(string index) => string.IsNullOrWhiteSpace(Uploads) ? BesideIndex.Documents(index) : Uploads;
}
