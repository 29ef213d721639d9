using System.Globalization;
using System.Text.RegularExpressions;
using H2Ask.Core.Corpus.Describing;

namespace H2Ask.Core.Retrieval;

/// <summary>What a question says of where to look for its answer, and what kind of answer it wants.</summary>
internal sealed partial class QuestionAnalysis
{
    /// <summary>The first year of 十一五; each plan spans five.</summary>
    private const int EleventhPlan = 2006;

    /// <summary>Names of documents are not sought in what is longer than any question.</summary>
    private const int MostLetters = 4000;

    private QuestionAnalysis(string question)
    {
        question = question[..Math.Min(question.Length, MostLetters)];
        var dense = DenseText.Of(question).Text;
        Letters = TitleKey.Of(question);
        Places = [.. QuestionPlaces.In(question).Select(mention => mention.Candidates)];
        PlaceNames = [.. Places.Select(candidates => candidates[0].ShortName).Distinct()];
        IsNational = National().IsMatch(dense);
        Years = [.. YearsIn(dense).Distinct()];
        Names = [.. Named().Matches(dense).Select(match => TitleKey.CoreOf(match.Groups[1].Value)).Where(name => name.Length > 1)];
        NamedYears = [.. Year().Matches(dense).Select(match => int.Parse(match.ValueSpan, CultureInfo.InvariantCulture)).Distinct()];
        if (Numbered().Match(dense) is { Success: true } number) (Number, NumberAsWritten) = (Digits(number), number.Value);
        Wanted = WantedIn(dense);
    }

    /// <summary>The letters and digits of the question alone.</summary>
    public string Letters { get; }

    /// <summary>The places that it names: of each, what the name can mean.</summary>
    public IReadOnlyList<IReadOnlyList<Place>> Places { get; }

    /// <summary>The short names of the places that it names, each once.</summary>
    public IReadOnlyList<string> PlaceNames { get; }

    /// <summary>Whether it speaks of the country as a whole.</summary>
    public bool IsNational { get; }

    /// <summary>The years that it names, those of a five-year plan (十四五) with them.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>The years that it names in figures.</summary>
    public IReadOnlyList<int> NamedYears { get; }

    /// <summary>The documents that it names in 《》, as <see cref="TitleKey.CoreOf"/> writes titles.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The year and number of the 文号 that it names, as 2021-23; null where it names none.</summary>
    public string? Number { get; }

    /// <summary>Of that 文号 its year and number as they are written: 〔2021〕23号.</summary>
    public string? NumberAsWritten { get; }

    /// <summary>What it wants to know.</summary>
    public WantedAnswer Wanted { get; }

    /// <summary>Reads a question.</summary>
    public static QuestionAnalysis Of(string question) => new(question);

    /// <summary>Whether a document bears the 文号 that the question names.</summary>
    public bool NamesNumber(string? number) =>
        Number is not null && number is not null && Numbered().Match(number) is { Success: true } match && Digits(match) == Number;

    /// <summary>How a document's place agrees with the places of the question; of several the one that agrees most counts.</summary>
    public PlaceAgreement Agree(IReadOnlyList<string> region)
    {
        if (Places.Count == 0) return PlaceAgreement.NotAsked;
        if (region.Count == 0) return PlaceAgreement.Unknown;
        if (region[0] == "国家") return PlaceAgreement.National;
        var best = PlaceAgreement.Other;
        foreach (var place in Places.SelectMany(candidates => candidates))
        {
            var agreement = Agree(place.Path, region);
            if (agreement > best) best = agreement;
        }

        return best;
    }

    private static PlaceAgreement Agree(IReadOnlyList<string> asked, IReadOnlyList<string> region)
    {
        for (var i = 0; i < Math.Min(asked.Count, region.Count); i++)
        {
            if (asked[i] != region[i]) return PlaceAgreement.Other;
        }

        return asked.Count.CompareTo(region.Count) switch { 0 => PlaceAgreement.Same, < 0 => PlaceAgreement.Within, _ => PlaceAgreement.Around };
    }

    private static IEnumerable<int> YearsIn(string dense)
    {
        foreach (Match match in Year().Matches(dense)) yield return int.Parse(match.ValueSpan, CultureInfo.InvariantCulture);
        foreach (Match match in Plan().Matches(dense))
        {
            var first = EleventhPlan + (5 * "一二三四五六七八九".IndexOf(match.Value[1], StringComparison.Ordinal));
            for (var year = first; year < first + 5; year++) yield return year;
        }
    }

    private static WantedAnswer WantedIn(string dense) =>
        (Amount().IsMatch(dense) ? WantedAnswer.Amount : 0)
        | (Date().IsMatch(dense) ? WantedAnswer.Date : 0)
        | (Body().IsMatch(dense) ? WantedAnswer.Body : 0)
        | (List().IsMatch(dense) ? WantedAnswer.List : 0)
        | (Definition().IsMatch(dense) ? WantedAnswer.Definition : 0)
        | (Choice().IsMatch(dense) ? WantedAnswer.Choice : 0)
        | (Comparison().IsMatch(dense) ? WantedAnswer.Comparison : 0);

    private static string Digits(Match number) => $"{number.Groups["year"].ValueSpan}-{number.Groups["number"].ValueSpan.TrimStart('0')}";

    [GeneratedRegex("国家|全国|我国|国务院|中央|部委")]
    private static partial Regex National();

    [GeneratedRegex(@"(?<![0-9.])(?:19|20)[0-9]{2}(?![0-9.]|[万亿]?(?:元|公斤|千克|公里|千?瓦|兆瓦|平方|立方|小时|kg|[辆台套座家个名人户吨亩米项条次]))")]
    private static partial Regex Year();

    [GeneratedRegex("十[一二三四五六七八九]五(?![0-9一二三四五六七八九十百千万年月日条章个项批])")]
    private static partial Regex Plan();

    [GeneratedRegex("《([^《》]{2,80})》")]
    private static partial Regex Named();

    [GeneratedRegex(@"[〔\[(【](?<year>(?:19|20)[0-9]{2})[〕\])】]第?(?<number>[0-9]{1,5})号?")]
    private static partial Regex Numbered();

    [GeneratedRegex("多少|几[个家座辆年月天项条款种万亿吨成倍公小]|多[大高长远久宽重快]|金额|数额|数量|比例|占比|百分之几|上限|下限|限额|最高|最低")]
    private static partial Regex Amount();

    [GeneratedRegex("何时|什么时候|啥时候|哪一?[年月日天]|几[年月号]|多久|日期|时间|期限|截止|截至|有效期|施行|到期")]
    private static partial Regex Date();

    [GeneratedRegex("谁|哪[个些家一几]?[^,。?、]{0,4}(?:部门|单位|机构|机关|企业|公司|局|委|厅)|什么(?:部门|单位|机构)|负责|牵头|主管|联系")]
    private static partial Regex Body();

    [GeneratedRegex("哪[些几两三四五六七八九]|有什么|有啥|包括|列举|分别")]
    private static partial Regex List();

    [GeneratedRegex("什么是|什么叫|何谓|什么意思|指什么|指的是|定义|含义|所称")]
    private static partial Regex Definition();

    [GeneratedRegex("是否|能否|可否|吗[?]?$|能不能|可不可以|有没有|要不要|会不会|是不是|需不需要")]
    private static partial Regex Choice();

    [GeneratedRegex("比较|对比|相比|区别|不同|差异|差别|异同|[谁个]更")]
    private static partial Regex Comparison();
}
