using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>What stands at the end of many articles of a dump: sentences that recur, and the titles of other articles.</summary>
internal sealed class Boilerplate
{
    private const int Window = 2500;
    private const int Ending = 20;
    private const int FewestArticles = 3;
    private const int ArticlesPerRecurrence = 60;
    private const int TitleStart = 8;
    private const int BodyStart = 60;

    private static readonly string[] ClosingFormulas = ["施行", "实施", "有效期", "解释", "废止", "执行"];

    private readonly string _text;
    private readonly int _articles;
    private readonly int _fewest;
    private readonly Dictionary<string, Recurrence> _endings = [];
    private readonly Dictionary<string, List<TextSpan>> _titles = [];

    /// <summary>Learns what recurs among the first articles of a stretch, those that it does not cut, and keeps what recurred in the stretches before it.</summary>
    public Boilerplate(string text, List<Article> articles, int whole, Boilerplate? before)
    {
        _text = text;
        _articles = whole + (before?._articles ?? 0);
        _fewest = Math.Max(FewestArticles, _articles / ArticlesPerRecurrence);
        foreach (var (ending, recurrence) in before?._endings ?? [])
        {
            if (recurrence.Articles > 1) _endings.Add(ending, new Recurrence(recurrence));
        }

        var titles = _titles.GetAlternateLookup<ReadOnlySpan<char>>();
        var endings = _endings.GetAlternateLookup<ReadOnlySpan<char>>();
        var bodies = new HashSet<string>();
        for (var i = 0; i < articles.Count; i++)
        {
            var article = articles[i];
            if (article.Title.Length >= TitleStart)
            {
                var key = text.AsSpan(article.Title.Start, TitleStart);
                if (!titles.TryGetValue(key, out var alike)) titles[key] = alike = [];
                if (alike.Count < 16) alike.Add(article.Title);
            }

            // The same article twice is one.
            if (i >= whole || !bodies.Add(text.Substring(article.Body.Start, Math.Min(article.Body.Length, BodyStart)))) continue;
            foreach (var sentence in Sentences(WindowOf(article.Body)))
            {
                if (sentence.Length < Ending || IsClosing(sentence)) continue;
                var key = text.AsSpan(sentence.End - Ending, Ending);
                if (!endings.TryGetValue(key, out var recurrence)) endings[key] = recurrence = new Recurrence();
                recurrence.Add(article.Start, sentence.Of(text));
            }
        }
    }

    /// <summary>The part of an article's body in which its tail can stand.</summary>
    public static TextSpan WindowOf(TextSpan body) => new(Math.Max(body.Start, body.End - Window), body.End);

    /// <summary>Adds the runs of an article's last part that recur in other articles.</summary>
    public void AddRuns(Article article, List<TextSpan> runs)
    {
        var window = WindowOf(article.Body);
        var endings = _endings.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var sentence in Sentences(window))
        {
            if (sentence.Length < Ending || !endings.TryGetValue(_text.AsSpan(sentence.End - Ending, Ending), out var recurrence)
                || recurrence.Articles < _fewest)
            {
                continue;
            }

            var common = recurrence.CommonEnding(article.Start, sentence.Of(_text));
            if (common >= Ending) runs.Add(new TextSpan(sentence.End - common, sentence.End));
        }

        var titles = _titles.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = window.Start; at + TitleStart <= window.End; at++)
        {
            if (!titles.TryGetValue(_text.AsSpan(at, TitleStart), out var alike)) continue;
            foreach (var title in alike)
            {
                if (title.Start == article.Title.Start || at + title.Length > window.End || title.Of(_text).SequenceEqual(article.Title.Of(_text))
                    || !_text.AsSpan(at, title.Length).SequenceEqual(title.Of(_text)))
                {
                    continue;
                }

                runs.Add(new TextSpan(at, at + title.Length));
                break;
            }
        }
    }

    // 本办法自印发之日起施行 recurs too, and is no boilerplate.
    private bool IsClosing(TextSpan sentence)
    {
        foreach (var word in ClosingFormulas)
        {
            if (sentence.Of(_text).Contains(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private IEnumerable<TextSpan> Sentences(TextSpan window)
    {
        var start = window.Start;
        for (var at = window.Start; at < window.End; at++)
        {
            if (!Wording.EndsSentence(_text[at]) && _text[at] is not ('\n' or '→') && at + 1 < window.End) continue;
            yield return new TextSpan(start, at + 1);
            start = at + 1;
        }
    }
}
