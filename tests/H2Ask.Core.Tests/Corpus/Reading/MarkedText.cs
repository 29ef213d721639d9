using H2Ask.Core.Corpus.Reading;

namespace H2Ask.Core.Tests.Corpus.Reading;

internal static class MarkedText
{
    /// <summary>The marks with the text that they cover.</summary>
    public static string[] Marked(this SourceText source) =>
        [.. source.Marks.Select(mark => $"{mark.Kind}{(mark.Level > 0 ? mark.Level.ToString(System.Globalization.CultureInfo.InvariantCulture) : "")}: {mark.Span.Of(source.Text)}")];
}
