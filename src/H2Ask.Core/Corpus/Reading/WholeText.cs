namespace H2Ask.Core.Corpus.Reading;

/// <summary>The text of a file that is read as a whole.</summary>
internal sealed class WholeText(SourceText text) : IStretches
{
    private bool _given;

    /// <inheritdoc />
    public SourceText? Next()
    {
        if (_given) return null;
        _given = true;
        return text;
    }

    /// <inheritdoc />
    public int HoldBack(int from) => text.Text.Length;
}
