using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>A place where a document seems to begin.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="Title">The title that stands there; empty where the document begins without one.</param>
/// <param name="Sure">Whether what follows the title is what follows the title of an official document.</param>
internal readonly record struct Opening(int Start, TextSpan Title, bool Sure)
{
    /// <summary>Whether a document seems to begin here at all.</summary>
    public bool Exists => Start >= 0;

    /// <summary>No opening.</summary>
    public static Opening None => new(-1, default, false);
}
