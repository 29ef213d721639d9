using System.Text;

namespace H2Ask.Core.Evaluation.Reports;

/// <summary>Writing a report line by line, with numbers in one form everywhere.</summary>
internal static class ReportLines
{
    public static StringBuilder Line(this StringBuilder text, FormattableString line) => text.Append(FormattableString.Invariant(line)).Append('\n');

    public static StringBuilder Line(this StringBuilder text) => text.Append('\n');
}
