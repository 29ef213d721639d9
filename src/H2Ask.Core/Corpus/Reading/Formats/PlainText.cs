namespace H2Ask.Core.Corpus.Reading.Formats;

/// <summary>Text without a format.</summary>
internal sealed class PlainText : ITextFormat
{
    /// <inheritdoc />
    public int Cut(ReadOnlySpan<char> stretch, int offset, int least) => 0;

    /// <inheritdoc />
    public IReadOnlyList<SourceMark> Mark(string stretch, int offset) => [];
}
