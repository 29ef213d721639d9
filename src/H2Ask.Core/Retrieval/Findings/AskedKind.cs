using System.Collections.Frozen;
using System.Text.RegularExpressions;
using H2Ask.Core.Corpus.Describing;
using H2Ask.Core.Text;

namespace H2Ask.Core.Retrieval.Findings;

/// <summary>The kind of thing that a question asks for (so many of a unit, a sum, a share, a time, a telephone number, a town), and whether a text gives one.</summary>
internal sealed partial class AskedKind
{
    /// <summary>What may stand between a figure and its unit: 30余万元.</summary>
    private const string Between = "多余来几万亿千百个 \u00A0\u3000";

    /// <summary>What is counted by one of them is as often counted by another.</summary>
    private static readonly string[] Things = ["个", "家", "座", "项", "条", "名", "位", "所", "处", "类", "种", "款", "户", "块", "宗", "只", "件"];

    /// <summary>The words for any thing, and for machines.</summary>
    private static readonly string[] Loose = [.. Things, "台", "套"];

    /// <summary>Units that stand for each other.</summary>
    private static readonly string[][] Alike =
    [
        ["辆", "台", "套", "根", "个"], ["公斤", "千克", "kg", "KG", "Kg", "吨"], ["度", "千瓦时", "kWh", "kwh", "KWh", "kW·h", "摄氏度", "℃"], ["亩", "公顷", "平方米", "平方公里", "㎡", "平米"], ["公里", "千米", "km", "KM"],
        ["千瓦", "兆瓦", "kW", "MW", "GW", "瓦"], ["立方米", "立方", "方", "m3", "Nm"], ["吨", "t"], ["升", "L"], ["人", "名", "位"], ["倍", "番"],
    ];

    private static readonly FrozenDictionary<string, string[]> Units = Alike.Append(Things).SelectMany(units => units.Select(unit => (unit, units)))
        .GroupBy(pair => pair.unit).ToFrozenDictionary(group => group.Key, group => group.SelectMany(pair => pair.units).Distinct().ToArray());

    /// <summary>What is counted by one of these is hardly counted by another word, unless that stands beside the counted thing itself.</summary>
    private static readonly FrozenDictionary<string, string[]> Strict = new Dictionary<string, string[]>
    {
        ["座"] = ["座", "处"],
        ["辆"] = ["辆"],
        ["台"] = ["台", "辆", "套", "部"],
    }.ToFrozenDictionary();

    /// <summary>How many letters from a figure the counted thing is sought.</summary>
    private const int Beside = 24;

    private readonly string[] _units;
    private readonly Func<string, bool> _isOther;

    private AskedKind(string[] units, Func<string, bool>? isOther = null) => (_units, _isOther) = (units, isOther ?? (_ => false));

    /// <summary>Whether it is a figure.</summary>
    public bool IsFigure { get; private init; } = true;

    /// <summary>Last letters of the counted thing, beside which words for any thing will do; none where each unit does by itself.</summary>
    private string Thing { get; init; } = "";

    /// <summary>What a price is for, one of which a text must name: 每公斤补多少.</summary>
    private string[] Per { get; init; } = [];

    /// <summary>The kind that a question asks for; null where it asks for none that can be told.</summary>
    public static AskedKind? Of(string question)
    {
        // 几家单位一起报可以吗: some, not how many.
        if (Some().Match(question) is { Success: true } some && Asks().IsMatch(question[(some.Index + some.Length)..])) question = question.Remove(some.Index, some.Length);
        if (Contacts().IsMatch(question)) return new AskedKind([], Contact().IsMatch) { IsFigure = false };
        if (Towns().IsMatch(question)) return new AskedKind([], OtherTown(question)) { IsFigure = false };
        if (Shares().IsMatch(question)) return new AskedKind(["%", "％", "‰", "百分点", "成", "倍", "折", "番"], Ratio().IsMatch);
        if (Dates().IsMatch(question)) return new AskedKind([], Date().IsMatch);
        if (Times().IsMatch(question)) return new AskedKind(["年", "月", "日", "天", "小时", "分钟", "周", "季度", "旬", "号", "点", "工作日"], Time().IsMatch);
        if (Counts().Match(question) is { Success: true } counted)
        {
            var unit = counted.Groups["unit"].Value;
            // Only vehicles are counted by 辆.
            var things = counted.Groups["thing"].Value is { Length: > 0 } thing ? thing[^1..] : "";
            if (unit == "辆") things += "车";
            return things.Length > 0 && Strict.TryGetValue(unit, out var strict) ? new AskedKind(strict) { Thing = things } : new AskedKind(Units.GetValueOrDefault(unit, [unit]));
        }

        if (Yuan().IsMatch(question) || Sums().IsMatch(question)) return new AskedKind(["元", "%", "％"], Sum().IsMatch) { Per = PerIn(question) };
        return Figures().IsMatch(question) ? new AskedKind([], AnyFigure().IsMatch) : null;
    }

    /// <summary>Whether a text gives something of the kind.</summary>
    public bool IsIn(string text)
    {
        if (Per.Length > 0 && !Array.Exists(Per, unit => text.Contains(unit, StringComparison.Ordinal))) return false;
        if (Array.Exists(_units, unit => Find(text, unit, beside: ""))) return true;
        return Thing.Length == 0 ? _isOther(text) : Array.Exists(Loose, unit => Find(text, unit, Thing));
    }

    /// <summary>Whether a unit stands behind a figure or in the head of a column; where letters are given, with one of them beside it.</summary>
    private static bool Find(string text, string unit, string beside)
    {
        for (var at = 1; at < text.Length; at++)
        {
            at = text.IndexOf(unit, at, StringComparison.Ordinal);
            if (at < 0) break;
            if (!IsCounted(text.AsSpan(0, at)) && !IsHead(text, at)) continue;
            if (beside.Length == 0 || text.AsSpan(Math.Max(0, at - Beside)..Math.Min(text.Length, at + Beside)).IndexOfAny(beside) >= 0) return true;
        }

        return false;
    }

    private static string[] PerIn(string question) =>
        Price().Match(question) is { Success: true } price ? Units.GetValueOrDefault(price.Groups["per"].Value, [price.Groups["per"].Value]) : [];

    private static bool IsCounted(ReadOnlySpan<char> before)
    {
        var end = before.Length;
        while (end > 0 && Between.Contains(before[end - 1], StringComparison.Ordinal)) end--;
        return (end > 0 && IsFigureEnd(before[end - 1])) || (end < before.Length && ChineseNumeral.IsNumeral(before[end]));
    }

    private static bool IsFigureEnd(char letter) => char.IsAsciiDigit(TermReader.Fold(letter)) || ChineseNumeral.IsNumeral(letter) || letter is '两' or '半';

    /// <summary>Whether the unit stands in brackets in the head of a column, with a figure behind: 亩均税收（万元/亩） 2025年：37.</summary>
    private static bool IsHead(string text, int at)
    {
        var open = text.AsSpan(0, at).LastIndexOfAny('(', '（');
        return open >= 0 && text.AsSpan(open, at - open).IndexOfAny(')', '）') < 0 && text.AsSpan(at).IndexOfAnyInRange('0', '9') >= 0;
    }

    /// <summary>Tells texts that name a place of China that the question doesn't name.</summary>
    private static Func<string, bool> OtherTown(string question)
    {
        var named = QuestionPlaces.In(question).SelectMany(mention => mention.Candidates).Select(place => place.ShortName).ToHashSet();
        return text => Regions().IsMatch(text) || Gazetteer.China.Find(text, 0, text.Length).Any(mention => mention.Candidates.All(place => !named.Contains(place.ShortName)));
    }

    [GeneratedRegex("(?:^|(?<=[，,。；里说让]))几[家条个位名种座]")]
    private static partial Regex Some();

    [GeneratedRegex("哪|什么|[啥谁]|[吗么][？?]?$|怎[么样]|如何|能不能|可不可以")]
    private static partial Regex Asks();

    [GeneratedRegex("电话|联系方式|热线|手机号|打几号|邮箱|网址|联系人")]
    private static partial Regex Contacts();

    [GeneratedRegex("(?<![0-9])(?:[0-9]{3,4}[-－—][0-9]{6,8}|[0-9]{8,11}|12[0-9]{3})(?![0-9])|[A-Za-z0-9]+[@.][A-Za-z]{2,}")]
    private static partial Regex Contact();

    [GeneratedRegex("哪(?:[个些几两]|[一二三四五六七八九十]{1,2}个)?个?(?:省|直辖市|城市|地级市|市(?![场民值面])|区县|旗县|县)")]
    private static partial Regex Towns();

    [GeneratedRegex("京津冀|长三角|长江三角洲|珠三角|珠江三角洲|粤港澳|大湾区|成渝|胶东|雄安|城市群|都市圈")]
    private static partial Regex Regions();

    [GeneratedRegex("百分之|比例|占比|比重|百分点|几个点|多少个点|[几多]成|[几多少]折|幅度|[^效概频速]率(?:是|要|能|达到?|到|得|为|定|现在|目前|今年|20[0-9]{2}年?|底|年)*(?:多少|几)")]
    private static partial Regex Shares();

    [GeneratedRegex(@"百分之|[0-9]\s*[:：]\s*[0-9]|一半")]
    private static partial Regex Ratio();

    [GeneratedRegex("哪一?[年月日天]|哪个月|(?<![近这前后来])几月|几号(?!文|线)")]
    private static partial Regex Dates();

    [GeneratedRegex("(?<![0-9])(?:19|20)[0-9]{2}(?=年|[-—–~～至.．/年]|[）)〕])|[０-９〇零一二三四五六七八九]{4}年|[0-9０-９一二三四五六七八九十]{1,3}[月日号]|十[一二三四五六]五|每[年月日周季]|[当次明同去今前]年|年[底末]|[即当次]日|之日|第[一二三四]季度")]
    private static partial Regex Date();

    [GeneratedRegex("(?:每|[一1](?!个))(?<per>公斤|千克|度|吨|公里|平方米|立方|升|积分)[^，,。？?]{0,10}(?:多少|几[块毛角元])|(?:多少钱?|几[块毛角]钱?)[一每/](?<per>公斤|千克|度|吨|公里|平方米|立方|升|积分)")]
    private static partial Regex Price();

    [GeneratedRegex("多久|多长时间|几[年天日月]|几[点号](?!补|奖)|[什啥]么?时候|何时|期限|截止|时限|哪一?[年月日天]|多少[年天日月]")]
    private static partial Regex Times();

    [GeneratedRegex("每[年月日天周旬季]|[当次明翌][年日]|十[一二三四五六]五|[0-9]{1,2}[:：][0-9]{2}|即时|立即|随时|长期|[0-9]{4}[.．/-][0-9]|[旬月季年]度?(?:更新|调度|报|检)")]
    private static partial Regex Time();

    [GeneratedRegex("(?:多少|(?<!哪)几)(?:[十百千万亿]|个(?=[亿万百千]))*个?(?<unit>平方公里|公里|千米|平方米|立方米|立方|小时|千瓦时|千瓦|兆瓦|公斤|千克|[座家辆台套件项条款批人名位所处户吨亩度米次倍升栋幢根艘])(?<thing>[一-龥A-Za-z]{2,8}?(?=[吗呢啊呀吧才就要是在能可了来给到和跟与比，,。？?]|$))?")]
    private static partial Regex Counts();

    [GeneratedRegex("(?:多少|(?<!哪)几)(?:[十百千万亿]|个(?=[亿万百千]))*(?:元|块钱)")]
    private static partial Regex Yuan();

    [GeneratedRegex("多少钱|(?:补[贴助]?|奖[励补]?|罚款?|资助|扶持|掏|拨|赔|减免|投资|融资|资金|资本|经费|奖金|预算|费用?|保额|保费|价格?|电价|收入|产值|营收|税|工资|提成|押金|基金|金额|租金|成本)[^，,。？?公物交比]{0,6}(?:多少|几(?:十|百|千|个)?[万亿])|多少[^，,。？?]{0,4}(?:补[贴助]|奖[励金]|资金|经费|[钱费税])|封顶|最[高多]能?[补奖给拿领]|金额")]
    private static partial Regex Sums();

    /// <summary>万 and 亿 without 元 where nothing else is counted: 200万, 处二十万以上罚款.</summary>
    [GeneratedRegex(@"[0-9０-９一二三四五六七八九十百千两几余多]\s?[万亿](?![万亿元]?[平立]方|人(?!民币|才)|项(?!目)|[吨辆台套家户个座亩米度件条次册株头只瓦艘羽块间位名标千公兆]|万?千瓦|[kKMGmT])")]
    private static partial Regex Sum();

    [GeneratedRegex("多少|(?<![哪好这那十])几(?![乎何句位种类路块个家项]|经|样|大|代)(?=[十百千万亿]?[一-龥])|(?<![哪好这那])几[个家项](?![^，,。？?]{0,6}[和与、])")]
    private static partial Regex Figures();

    [GeneratedRegex("(?<![0-9])(?!(?:19|20)[0-9]{2}\\s*(?:年|[-—–~～至]))[0-9０-９]+|[一二三四五六七八九十百千万两]+(?:个|家|座|项|种|类|名|人|条|次|倍|成|级|元|吨|亩|米|公里|公斤|天|年|月|岁|度|辆|台|套)")]
    private static partial Regex AnyFigure();
}
