namespace H2Ask.Core.Corpus.Reading.Formats;

/// <summary>A format whose raw text stays the text: it only says where the text is best cut and what its runs are.</summary>
internal interface ITextFormat
{
    /// <summary>Where a stretch that is full is best cut: after <paramref name="least"/> and not after its end; 0 where the format does not care.</summary>
    int Cut(ReadOnlySpan<char> stretch, int offset, int least);

    /// <summary>The marks of a stretch that begins at a place of the file.</summary>
    IReadOnlyList<SourceMark> Mark(string stretch, int offset);
}
