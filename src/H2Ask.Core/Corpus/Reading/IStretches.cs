namespace H2Ask.Core.Corpus.Reading;

/// <summary>One file's text, stretch by stretch. A failure is reported by the implementation and ends the text, never the run.</summary>
internal interface IStretches
{
    /// <summary>The next stretch; null after the last.</summary>
    SourceText? Next();

    /// <summary>Gives the last stretch's text from a place on again; see <see cref="SourceFeed.HoldBack"/>.</summary>
    int HoldBack(int from);
}
