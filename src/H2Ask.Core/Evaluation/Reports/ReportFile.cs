namespace H2Ask.Core.Evaluation.Reports;

/// <summary>Writes reports; the file's extension tells their format.</summary>
public static class ReportFile
{
    private const string Markdown = ".md";
    private const string Html = ".html";

    /// <summary>Whether a report can be written to a file of this name.</summary>
    public static bool CanWrite(string path) => Path.GetExtension(path) is Markdown or Html;

    /// <summary>Writes a report.</summary>
    public static void Write(string path, EvaluationReport report)
    {
        var markdown = MarkdownReport.Write(report);
        File.WriteAllText(path, Path.GetExtension(path) == Html ? HtmlReport.Write(markdown) : markdown);
    }
}
