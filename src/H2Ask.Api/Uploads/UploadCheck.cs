using H2Ask.Core.Corpus;
using H2Ask.Core.Corpus.Reading;

namespace H2Ask.Api.Uploads;

/// <summary>What is found when an uploaded file is read by itself, before it takes its place among the documents.</summary>
/// <param name="Fault">Why it can't be taken; null where it can.</param>
/// <param name="Skipped">What of it could not be read.</param>
internal sealed record UploadCheck(string? Fault, IReadOnlyList<SkippedFile> Skipped)
{
    /// <summary>Reads a file.</summary>
    public static UploadCheck Of(string file, int longestText, CancellationToken cancelled)
    {
        // An archive may unpack to more than memory holds: it is counted before anything of it is kept.
        var length = 0L;
        foreach (var text in new SourceReader().Read(file))
        {
            cancelled.ThrowIfCancellationRequested();
            length += text.Text.Length;
            if (length > longestText) return new UploadCheck($"Its text has more than {longestText} characters. Upload it in parts, or have it put into the folder of the corpus.", []);
        }

        var read = new CorpusReader().Read([file], progress: null, cancelled);
        return new UploadCheck(read.Documents.Count > 0 ? null : WhyNothing(read.Skipped), read.Skipped);
    }

    private static string WhyNothing(IReadOnlyList<SkippedFile> skipped) =>
        skipped is [var only] ? only.Reason : "Nothing in it could be read as a document.";
}
