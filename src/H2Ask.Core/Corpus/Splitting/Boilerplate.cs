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

    private static readonly string[] ClosingFormulas = ["施行", "实施", "有效期", "解释", "废止", "执行"];

    private readonly string _text;
    private readonly int _fewest;
    private readonly Dictionary<int, Recurrence> _endings = [];
    private readonly Dictionary<int, List<TextSpan>> _titles = [];

    /// <summary>Learns what recurs among articles.</summary>
    public Boilerplate(string text, IReadOnlyList<Article> articles)
    {
        _text = text;
        _fewest = Math.Max(FewestArticles, articles.Count / ArticlesPerRecurrence);
        foreach (var article in articles)
        {
            if (article.Title.Length >= TitleStart)
            {
                var key = Hash(article.Title.Start, TitleStart);
                if (!_titles.TryGetValue(key, out var titles)) _titles[key] = titles = [];
                if (titles.Count < 16) titles.Add(article.Title);
            }

            var start = string.GetHashCode(text.AsSpan(article.Body.Start, Math.Min(article.Body.Length, 60)));
            foreach (var sentence in Sentences(WindowOf(article.Body)))
            {
                if (sentence.Length < Ending || IsClosing(sentence)) continue;
                var key = Hash(sentence.End - Ending, Ending);
                if (!_endings.TryGetValue(key, out var recurrence)) _endings[key] = recurrence = new Recurrence(sentence.End);
                recurrence.Add(start, sentence.End);
            }
        }
    }

    /// <summary>The part of an article's body in which its tail can stand.</summary>
    public static TextSpan WindowOf(TextSpan body) => new(Math.Max(body.Start, body.End - Window), body.End);

    /// <summary>Adds the runs of an article's last part that recur in other articles.</summary>
    public void AddRuns(Article article, List<TextSpan> runs)
    {
        var window = WindowOf(article.Body);
        foreach (var sentence in Sentences(window))
        {
            if (sentence.Length < Ending || !_endings.TryGetValue(Hash(sentence.End - Ending, Ending), out var recurrence)
                || recurrence.Articles < _fewest)
            {
                continue;
            }

            var other = recurrence.Other(sentence.End);
            var start = sentence.End;
            while (start > sentence.Start && other > 0 && _text[start - 1] == _text[other - 1])
            {
                start--;
                other--;
            }

            if (sentence.End - start >= Ending) runs.Add(new TextSpan(start, sentence.End));
        }

        for (var at = window.Start; at + TitleStart <= window.End; at++)
        {
            if (!_titles.TryGetValue(Hash(at, TitleStart), out var titles)) continue;
            foreach (var title in titles)
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

    private int Hash(int at, int length) => string.GetHashCode(_text.AsSpan(at, length));

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

    private sealed class Recurrence
    {
        private readonly HashSet<int> _articles = [];
        private readonly int _first;
        private int _second;

        public Recurrence(int first) => _first = _second = first;

        public int Articles => _articles.Count;

        public void Add(int article, int end)
        {
            _articles.Add(article);
            if (_second == _first) _second = end;
        }

        public int Other(int end) => end == _first ? _second : _first;
    }
}
