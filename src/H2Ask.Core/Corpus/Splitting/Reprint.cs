using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>A document that an article reprints.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where the next begins, or the article's text ends.</param>
/// <param name="Title">Its title as it stands in it; empty where it does not.</param>
internal readonly record struct Reprint(int Start, int End, TextSpan Title);
