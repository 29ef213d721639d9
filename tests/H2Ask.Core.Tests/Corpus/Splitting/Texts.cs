using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Corpus.Splitting;
using H2Ask.Core.Text;

namespace H2Ask.Core.Tests.Corpus.Splitting;

/// <summary>Texts to split, and what holds of all drafts.</summary>
internal static class Texts
{
    public const string Paragraph = "以高质量发展为主题，完善体制机制，强化要素保障，推动各项任务落到实处，到2025年取得明显成效。";


    public static string Body(string preamble) =>
        $"{preamble}\n一、总体要求\n（一）指导思想。{Paragraph}\n（二）发展目标。{Paragraph}\n二、重点任务\n（三）{Paragraph}\n三、保障措施\n（四）{Paragraph}\n";

    public static IReadOnlyList<DraftDocument> Split(string text, string file = "文件.txt", IReadOnlyList<SourceMark>? marks = null) =>
        DocumentSplitter.Split(new SourceText { File = file, Text = text, Marks = marks ?? [] }).Documents;

    public static string TextOf(string text, DraftDocument document) => document.Span.Of(text).ToString();

    public static void AssertValid(string text, IReadOnlyList<DraftDocument> documents)
    {
        var end = 0;
        for (var i = 0; i < documents.Count; i++)
        {
            var document = documents[i];
            Assert.True(document.Span.Start >= end && document.Span.End <= text.Length && document.Span.Length > 0, $"{i}: {document.Span} after {end}");
            Assert.False(char.IsWhiteSpace(text[document.Span.Start]) || char.IsWhiteSpace(text[document.Span.End - 1]), $"{i}: blanks at the ends of {document}");
            AssertInside(document.Span, document.TitleSpan);
            AssertInside(document.Span, document.HeadSpan);
            Assert.False(string.IsNullOrWhiteSpace(document.Title));
            Assert.True(document.RelatedTo >= -1 && document.RelatedTo < documents.Count && document.RelatedTo != i);
            var omitted = document.Span.Start;
            foreach (var run in document.Omitted)
            {
                Assert.True(run.Start >= omitted && run.End <= document.Span.End && run.Length > 0, $"{i}: {run} is left out of {document.Span}");
                omitted = run.End;
            }

            end = document.Span.End;
        }
    }

    private static void AssertInside(TextSpan outer, TextSpan inner) =>
        Assert.True(inner.Length == 0 || (inner.Start >= outer.Start && inner.End <= outer.End), $"{inner} is not in {outer}");
}
