using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>An article of a dump, or a page that is one.</summary>
/// <param name="Title">Its title; empty where it has none.</param>
/// <param name="Body">Its body, without quoting; empty where there is only a title.</param>
internal readonly record struct Article(TextSpan Title, TextSpan Body)
{
    /// <summary>Where it begins.</summary>
    public int Start => Title.Length > 0 ? Title.Start : Body.Start;
}
