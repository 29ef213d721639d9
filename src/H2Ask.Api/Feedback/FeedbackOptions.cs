using H2Ask.Core.Index;

namespace H2Ask.Api.Feedback;

/// <summary>Where what users say of answers is kept. Section <c>Feedback</c> of the settings.</summary>
public sealed class FeedbackOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Feedback";

    /// <summary>The file; empty: beside the index.</summary>
    public string Path { get; set; } = string.Empty;

    /// <summary>How large the file may become (bytes).</summary>
    public long LargestFile { get; set; } = 100 << 20;

    /// <summary>The file, for an index.</summary>
    internal string PathFor(string index) => string.IsNullOrWhiteSpace(Path) ? BesideIndex.Feedback(index) : Path;
}
