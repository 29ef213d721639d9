using H2Ask.Core.Corpus.Cleaning;
using H2Ask.Core.Corpus.Passages;
using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Corpus.Splitting;
using H2Ask.Core.Text;

namespace H2Ask.Core.Tests.Corpus.Passages;

/// <summary>Cuts a text as one document and checks what must hold of any cut.</summary>
internal static class Cutting
{
    public static DocumentCut Cut(string text, PassageOptions? options = null, int offset = 0, string title = "", params TextSpan[] omitted)
    {
        var at = title.Length > 0 ? text.IndexOf(title, StringComparison.Ordinal) : -1;
        var draft = new DraftDocument
        {
            Span = new TextSpan(0, text.Length),
            Title = title,
            TitleSpan = at < 0 ? default : new TextSpan(at, at + title.Length),
            Omitted = omitted,
        };
        return new DocumentCutter(options).Cut(new SourceText { File = "a.txt", Text = text, Offset = offset }, draft, "document");
    }

    /// <summary>Passages are the source's text, in order, apart, not too long, and leave nothing out.</summary>
    public static void AssertSound(string text, DocumentCut cut, PassageOptions? options = null, int offset = 0, params TextSpan[] omitted)
    {
        var maximum = (options ?? new PassageOptions()).Maximum;
        var clean = TextCleaner.Clean(text, new TextSpan(0, text.Length), omitted, []);
        var at = 0;
        var next = 0;
        foreach (var passage in cut.Passages)
        {
            var (start, end) = (passage.Start - offset, passage.End - offset);
            Assert.True(start >= at && end > start, $"passage {passage.Start}-{passage.End} overlaps the one before");
            Assert.Equal(text[start..end], passage.Text);
            Assert.False(char.IsLowSurrogate(text[start]) && start > 0 && char.IsHighSurrogate(text[start - 1]) && !omitted.Any(gap => gap.End == start));
            Assert.DoesNotContain(omitted, gap => gap.Length > 0 && gap.Overlaps(new TextSpan(start, end)));
            Assert.True(clean.IndexFrom(end) - clean.IndexFrom(start) <= maximum, $"passage {passage.Start}-{passage.End} is too long");
            AssertNothingBetween(clean, ref next, start);
            next = clean.IndexFrom(end);
            at = end;
        }

        AssertNothingBetween(clean, ref next, text.Length);
        Assert.Equal(cut.Passages.Count, cut.Passages.Select(passage => passage.Id).Distinct().Count());
        foreach (var section in cut.Sections)
        {
            Assert.InRange(section.Start, offset, offset + text.Length);
            Assert.InRange(section.End, section.Start, offset + text.Length);
            Assert.True(section.Level >= 1);
        }
    }

    private static void AssertNothingBetween(CleanText clean, ref int next, int place)
    {
        for (; next < clean.Text.Length && clean.PlaceOf(next) < place; next++)
        {
            Assert.True(char.IsWhiteSpace(clean.Text[next]), $"nothing holds '{clean.Text[next]}' at {clean.PlaceOf(next)}");
        }
    }
}
