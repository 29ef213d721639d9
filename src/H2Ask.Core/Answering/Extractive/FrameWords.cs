using System.Globalization;
using H2Ask.Core.Corpus;
using H2Ask.Core.Text;

namespace H2Ask.Core.Answering.Extractive;

/// <summary>What an answer says besides the documents' words, in the language of the question.</summary>
internal abstract class FrameWords
{
    private static readonly FrameWords Chinese = new ChineseWords();
    private static readonly FrameWords English = new EnglishWords();

    /// <summary>The words for a question: Chinese, unless it is written in Latin letters.</summary>
    public static FrameWords For(string question)
    {
        var (han, latin) = (0, 0);
        foreach (var letter in question)
        {
            if (Characters.IsHan(letter)) han++;
            else if (char.IsAsciiLetter(letter)) latin++;
        }

        // A Chinese word says as much as five Latin letters.
        return latin > 5 * han && latin > 0 ? English : Chinese;
    }

    public abstract string Draft { get; }

    public abstract string Report { get; }

    public abstract string Unstated(int items);

    public abstract string Unended { get; }

    public abstract string Nothing { get; }

    public abstract string NoDocuments { get; }

    public abstract string OnlyFiltered { get; }

    public abstract string QuestionCut { get; }

    public abstract string Sources { get; }

    public abstract string Comma { get; }

    public abstract string Cite(string title, string? about);

    public abstract string Expired(PolicyDate until);

    public abstract string Superseded(string title);

    public abstract string NoSuchPlace(string place, string nearest);

    public abstract string NoSuchYear(string year, string nearest);

    public abstract string NoSuchDocument(string name, string nearest);

    public abstract string NotSaid(string nearest);

    public abstract string NothingOf(IEnumerable<string> sides);

    public abstract string LlmFailed { get; }

    public abstract string LlmBrokeOff { get; }

    public abstract string NothingProved { get; }

    public abstract string Dropped(int statements);

    protected abstract string Gap { get; }

    /// <summary>Sentences as one text; null where there are none.</summary>
    public string? Join(params IEnumerable<string?> sentences) =>
        string.Join(Gap, sentences.Where(sentence => sentence is not null)) is { Length: > 0 } text ? text : null;

    private sealed class ChineseWords : FrameWords
    {
        public override string Draft => "征求意见稿";

        public override string Report => "新闻报道";

        public override string Unstated(int items) => $"后面还有{items}项";

        public override string Unended => "后面还有";

        public override string Nothing => "资料中没有找到能回答这个问题的内容。";

        public override string NoDocuments => "没有符合筛选条件的文件，请放宽筛选条件。";

        public override string OnlyFiltered => "只查找了筛选范围内的文件。";

        public override string QuestionCut => "问题太长，按含义检索时只用了开头部分，请精简后再问。";

        public override string Sources => "来源：";

        public override string Comma => "，";

        public override string Cite(string title, string? about) => about is null ? $"《{title}》" : $"《{title}》（{about}）";

        public override string Expired(PolicyDate until) => $"有效期至{DateOf(until)}，已过期";

        public override string Superseded(string title) => $"已由《{title}》取代";

        public override string NoSuchPlace(string place, string nearest) => $"资料中没有{place}的相关内容，最接近的是《{nearest}》。";

        public override string NoSuchYear(string year, string nearest) => $"资料中没有{year}年的相关内容，最接近的是《{nearest}》。";

        public override string NoSuchDocument(string name, string nearest) => $"资料中没有{name}，最接近的是《{nearest}》。";

        public override string NotSaid(string nearest) => $"资料中没有说明这一点，最接近的是《{nearest}》。";

        public override string NothingOf(IEnumerable<string> sides) => $"关于{string.Join('、', sides)}，资料中没有找到相关内容。";

        public override string LlmFailed => "大模型未能作答，以下是文件原话。";

        public override string LlmBrokeOff => "大模型没有写完，回答可能不完整。";

        public override string NothingProved => "大模型写的内容在资料中得不到证实，没有采用。";

        public override string Dropped(int statements) => $"大模型写的内容中有{statements}处在资料中得不到证实，已略去。";

        protected override string Gap => string.Empty;

        private static string DateOf(PolicyDate date) => (date.Month, date.Day) switch
        {
            (null, _) => $"{date.Year}年",
            ({ } month, null) => $"{date.Year}年{month}月",
            ({ } month, { } day) => $"{date.Year}年{month}月{day}日",
        };
    }

    private sealed class EnglishWords : FrameWords
    {
        public override string Draft => "draft for comments";

        public override string Report => "news report";

        public override string Unstated(int items) => $"{items} more follow";

        public override string Unended => "more follow";

        public override string Nothing => "The documents do not answer this question.";

        public override string NoDocuments => "No document fits the filters: widen them.";

        public override string OnlyFiltered => "Only the documents that fit the filters were searched.";

        public override string QuestionCut => "The question is too long: only its beginning was searched for by its meaning. Shorten it.";

        public override string Sources => "Sources:";

        public override string Comma => ", ";

        public override string Cite(string title, string? about) => about is null ? $"《{title}》" : $"《{title}》 ({about})";

        public override string Expired(PolicyDate until) => string.Create(CultureInfo.InvariantCulture, $"valid until {until}, expired");

        public override string Superseded(string title) => $"superseded by 《{title}》";

        public override string NoSuchPlace(string place, string nearest) => $"The documents say nothing about {place} here; the nearest is 《{nearest}》.";

        public override string NoSuchYear(string year, string nearest) => $"The documents say nothing for {year} here; the nearest is 《{nearest}》.";

        public override string NoSuchDocument(string name, string nearest) => $"{name} is not among the documents; the nearest is 《{nearest}》.";

        public override string NotSaid(string nearest) => $"The documents do not say this; the nearest is 《{nearest}》.";

        public override string NothingOf(IEnumerable<string> sides) => $"The documents say nothing about {string.Join(" and ", sides)} here.";

        public override string LlmFailed => "The LLM failed; these are the documents' own sentences.";

        public override string LlmBrokeOff => "The LLM broke off; the answer may be incomplete.";

        public override string NothingProved => "Nothing that the LLM wrote could be proved by the documents; it is left out.";

        public override string Dropped(int statements) => string.Create(CultureInfo.InvariantCulture, $"{statements} of the LLM's statements could not be proved by the documents and are left out.");

        protected override string Gap => " ";
    }
}
