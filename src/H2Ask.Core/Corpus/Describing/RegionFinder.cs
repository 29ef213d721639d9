using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace H2Ask.Core.Corpus.Describing;

/// <summary>Finds the place that a document is for: in its title, its issuers, its text, and in the article around it.</summary>
internal static partial class RegionFinder
{
    // Left out: 青, 宁, 苏, 吉 and others with which cities of other provinces begin their numbers.
    private static readonly FrozenDictionary<char, string> ProvinceLetters =
        "京北京 津天津 沪上海 渝重庆 冀河北 晋山西 辽辽宁 浙浙江 皖安徽 闽福建 赣江西 鲁山东 豫河南 鄂湖北 粤广东 桂广西 琼海南 川四川 黔贵州 藏西藏 陕陕西"
            .Split(' ').ToFrozenDictionary(pair => pair[0], pair => pair[1..]);

    private const int Opening = 1500;
    private const int Counted = 20_000;

    /// <summary>The place of a policy document.</summary>
    /// <param name="title">Its title, folded.</param>
    /// <param name="notice">The title of the notice in front of it, folded; empty where there is none.</param>
    /// <param name="issuers">The bodies that issued it.</param>
    /// <param name="number">Its 文号; null where it has none.</param>
    /// <param name="text">Its text.</param>
    /// <param name="around">The place of the article that holds it; empty where there is none.</param>
    public static RegionEvidence OfPolicy(string title, string notice, IReadOnlyList<string> issuers, string? number, DenseText text, IReadOnlyList<string> around)
    {
        var context = new PlaceCount(text.Text, Math.Min(text.Length, Counted));
        var named = context.Choose(title, 0, title.Length) ?? context.Choose(notice, 0, notice.Length);
        var signed = PlaceOf(issuers, context);
        if (named is not null && signed is not null) return Agree(named, signed);
        if (named is not null) return Agree(named, BodyPlace(named, text.Text, context) ?? named);
        if (signed is not null) return new RegionEvidence(signed.Path);
        if (issuers.Any(BodyNames.IsNational) || NationalTitle().IsMatch(title) || NationalAddressee().IsMatch(text.Text.AsSpan(0, Math.Min(text.Length, Opening))))
        {
            return new RegionEvidence(RegionEvidence.Country);
        }

        if (around.Count > 0) return new RegionEvidence(around);
        return OfText(text.Text, context) is { Path.Count: > 0 } told ? told : OfNumber(number);
    }

    /// <summary>The place of an article about policy; none where nothing tells.</summary>
    /// <param name="title">Its title, folded.</param>
    /// <param name="text">Its text, the title in it.</param>
    /// <param name="issuers">The bodies that it says issued the policy.</param>
    /// <param name="reported">The title of the document that it reports on, folded; empty where none is named.</param>
    public static RegionEvidence OfReport(string title, DenseText text, IReadOnlyList<string> issuers, string reported)
    {
        if (ReportLead.IsRoundUp(title)) return new RegionEvidence(RegionEvidence.Country);
        var context = new PlaceCount(text.Text, Math.Min(text.Length, Counted));
        var named = context.Choose(title, 0, title.Length);
        var told = context.Choose(reported, 0, reported.Length) ?? PlaceOf(issuers, context);
        if (named is not null && told is not null) return Agree(named, told);
        if ((named ?? told) is { } place) return new RegionEvidence(place.Path);
        if (issuers.Any(BodyNames.IsNational) || NationalTitle().IsMatch(title) || NationalNews().IsMatch(title)) return new RegionEvidence(RegionEvidence.Country);
        var subject = Subject().Match(text.Text[..Math.Min(text.Length, Opening)]);
        var issuing = subject.Success ? context.Choose(text.Text, subject.Index, subject.Index + subject.Length) : null;
        return (issuing ?? context.MostNamed(_ => true, 0.6, 2)) is { } most ? new RegionEvidence(most.Path) : RegionEvidence.None;
    }

    /// <summary>津发改能源〔2023〕5号 is of Tianjin: the letter of the province, where no city begins its numbers with the same.</summary>
    private static RegionEvidence OfNumber(string? number)
    {
        if (number is null) return RegionEvidence.None;
        if (NationalNumber().IsMatch(number)) return new RegionEvidence(RegionEvidence.Country);
        var isKnown = ProvinceLetters.TryGetValue(number[0], out var name);
        return isKnown && Gazetteer.China.TryRead(name!, 0, out var mention) ? new RegionEvidence(mention.Candidates[0].Path) : RegionEvidence.None;
    }

    private static Place? PlaceOf(IReadOnlyList<string> issuers, PlaceCount context) =>
        issuers.Select(issuer => context.Choose(issuer, 0, issuer.Length)).FirstOrDefault(place => place is not null);

    private static RegionEvidence Agree(Place named, Place body)
    {
        if (named.IsWithin(body)) return new RegionEvidence(named.Path);
        return new RegionEvidence(body.Path, named.Name);
    }

    /// <summary>Where the title names a province but the text speaks of 我市, the city that it speaks of.</summary>
    private static Place? BodyPlace(Place named, string text, PlaceCount context)
    {
        if (named.Parent is not null || named.IsMunicipality) return null;
        var province = ProvinceVoice().Count(text);
        return CityVoice().Count(text) < 5 || province > 2 ? null : context.MostNamed(place => place.Parent is not null && place.IsWithin(named), 0.6, 5);
    }

    private static RegionEvidence OfText(string text, PlaceCount context)
    {
        var county = CountyVoice().Count(text);
        var city = CityVoice().Count(text);
        var province = ProvinceVoice().Count(text);
        Place? place = null;
        if (county > city && county > province) place = context.MostNamed(place => place.IsCounty, 0.4, 2);
        else if (city > province) place = context.MostNamed(place => !place.IsCounty && (place.Parent is not null || place.IsMunicipality), 0.4, 2);
        else if (province > 0) place = context.MostNamed(place => place.Parent is null, 0.4, 2);
        place ??= context.MostNamed(_ => true, 0.7, 4);
        if (place is not null) return new RegionEvidence(place.Path);
        return CountryVoice().Count(text) >= 3 ? new RegionEvidence(RegionEvidence.Country) : RegionEvidence.None;
    }

    [GeneratedRegex("中华人民共和国|国务院|中共中央|^国家|[部委]委?等?[二三四五六七八九十0-9]{1,3}部门|全国人民代表大会")]
    private static partial Regex NationalTitle();

    [GeneratedRegex("国家|国务院|中央|总书记|部委|部门联合|[二三四五六七八九十]部门|工信部|发改委|财政部|科技部|商务部|交通部|住建部|生态环境部|能源局|海事局|市场监管总局")]
    private static partial Regex NationalNews();

    [GeneratedRegex("^(?:国发|国办|国函|中发|国家|发改|工信部|财[建税综企]|国能|环[发办土水大]|建[办城科]|交[运办])")]
    private static partial Regex NationalNumber();

    [GeneratedRegex("各省(?:、|\\(|,)?(?:自治区|区)|各省、市|国务院(?:有关部门|各部委|各部门)|各计划单列市|新疆生产建设兵团")]
    private static partial Regex NationalAddressee();

    [GeneratedRegex("[\\u4E00-\\u9FFF]{2,24}?(?:发布|印发|出台|公布|推进|召开)")]
    private static partial Regex Subject();

    [GeneratedRegex("我省|全省|省委|省政府|省人民政府|省直")]
    private static partial Regex ProvinceVoice();

    [GeneratedRegex("我市|全市|本市|市委|市政府|市人民政府|市直")]
    private static partial Regex CityVoice();

    [GeneratedRegex("我区|我县|全县|区委、区政府|县委|县政府|区政府(?!、)|区委|县直|区直")]
    private static partial Regex CountyVoice();

    [GeneratedRegex("我国|全国|国务院|国家(?:发展改革委|能源局)")]
    private static partial Regex CountryVoice();
}
