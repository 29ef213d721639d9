using System.Collections.Frozen;
using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Describing;

/// <summary>The places of China and their names.</summary>
internal sealed class Gazetteer
{
    // Short names that are ordinary words too: they name the place only behind its province (山西长治).
    private static readonly FrozenSet<string> OrdinaryWords = FrozenSet.ToFrozenSet(
    [
        "阿里", "大同", "长治", "白银", "三明", "中山", "大理", "红河", "怒江", "山南", "海东", "海西", "海北", "黄南", "黄山", "白山", "朝阳", "安康", "来宾",
        "内江", "丽水", "文山", "通化", "安顺", "吴忠", "和田", "河池", "百色", "定西", "天水", "中卫", "四平", "吉安", "永州", "保山", "东营", "日照", "北海", "安庆", "平凉",
    ]);

    // Full names that are also made of the end of one word and the head of another (合作市|场, 全市|中区).
    private static readonly FrozenSet<string> ChanceWords = FrozenSet.ToFrozenSet(
        ["合作市", "东方市", "市中区", "城中区", "城东区", "城西区", "城北区", "中原区", "解放区", "新市区", "河口区", "港口区", "平安区", "山阳区", "青山区", "中山区", "和平区", "南山区", "中方县", "共和县", "新城区", "老城区", "西湖区", "江城区", "江北区", "江南区", "河南县"]);

    // What turns a name in front of it into another word: 南京市|场, 县|域, 北京|大学.
    private static readonly FrozenSet<string> Spoilers = FrozenSet.ToFrozenSet(
        ["市场", "市民", "市值", "市面", "市域", "市级", "区域", "区位", "区间", "区块", "区划", "区别", "区级", "县域", "县级", "州际"]);

    // Institutions, railways and games bear the name of a place without being of it.
    private static readonly string[] SpoilersBehindShortNames = ["大学", "理工", "师范", "合作组织", "银行", "证券", "交易所", "高铁", "铁路", "高速", "路", "冬奥", "奥运", "海洋大学", "工业大学"];

    private static readonly Lazy<Gazetteer> OfChina = new(Load);

    private readonly Dictionary<int, List<Entry>> _entries = [];

    private Gazetteer()
    {
    }

    /// <summary>The gazetteer that comes with the program.</summary>
    public static Gazetteer China => OfChina.Value;

    /// <summary>Reads the place that is named at a position: its province and prefecture in front of it belong to the mention.</summary>
    public bool TryRead(string text, int at, out PlaceMention mention)
    {
        mention = default;
        if (at + 1 >= text.Length || !_entries.TryGetValue(Key(text[at], text[at + 1]), out var entries)) return false;
        foreach (var entry in entries)
        {
            if (!entry.IsAt(text, at) || !IsName(text, at, entry, isBehindParent: false)) continue;
            mention = Extend(text, new PlaceMention(entry.Places, at, at + entry.Name.Length));
            return true;
        }

        return false;
    }

    /// <summary>All places that a stretch of a text names, in their order.</summary>
    public IEnumerable<PlaceMention> Find(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!TryRead(text, i, out var mention)) continue;
            yield return mention;
            i = mention.End - 1;
        }
    }

    private static int Key(char first, char second) => first << 16 | second;

    private static bool IsSpoiled(string text, int at, Entry entry)
    {
        var end = at + entry.Name.Length;
        if (end >= text.Length) return false;
        if (entry.IsOfficial) return Spoilers.Contains(text.Substring(end - 1, 2)) && !text.AsSpan(end).StartsWith("场监", StringComparison.Ordinal);
        var rest = text.AsSpan(end);
        foreach (var spoiler in SpoilersBehindShortNames)
        {
            if (rest.StartsWith(spoiler, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool IsName(string text, int at, Entry entry, bool isBehindParent)
    {
        if (IsSpoiled(text, at, entry)) return false;
        if (isBehindParent) return true;
        if (entry.IsOfficial && entry.Name.Length > 2 && !ChanceWords.Contains(entry.Name)) return true;
        if (!entry.IsOfficial) return !OrdinaryWords.Contains(entry.Name);
        return at == 0 || !Characters.IsHan(text[at - 1]);
    }

    private static Gazetteer Load()
    {
        var gazetteer = new Gazetteer();
        using var stream = typeof(Gazetteer).Assembly.GetManifestResourceStream("H2Ask.Core.Corpus.Describing.places.txt")!;
        using var reader = new StreamReader(stream);
        var provinces = new Dictionary<string, Place>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var fields = line.Split(' ');
            if (!provinces.TryGetValue(fields[0], out var parent)) provinces.Add(fields[0], parent = gazetteer.Add(fields[0], null));
            if (fields.Length > 1 && fields[1] != "-") parent = gazetteer.Add(fields[1], parent);
            if (fields.Length < 3) continue;
            foreach (var county in fields[2].Split(',')) gazetteer.Add(county, parent);
        }

        foreach (var entries in gazetteer._entries.Values) entries.Sort((left, right) => right.Name.Length.CompareTo(left.Name.Length));
        return gazetteer;
    }

    private Place Add(string names, Place? parent)
    {
        var all = names.Split('=');
        var place = new Place(all[0], all.Length > 1 ? all[1] : null, parent);
        for (var i = 0; i < all.Length; i++)
        {
            var name = all[i];
            var key = Key(name[0], name[1]);
            if (!_entries.TryGetValue(key, out var entries)) _entries.Add(key, entries = []);
            var entry = entries.Find(known => known.Name == name);
            if (entry is null) entries.Add(entry = new Entry(name, i == 0 || name[^1] is '州' or '县' or '区'));
            // 吉林 and 海南 alone mean the province; the prefecture of that name comes after it.
            if (entry.IsOfficial || entry.Places.Count == 0) entry.Places.Add(place);
        }

        return place;
    }

    private PlaceMention Extend(string text, PlaceMention mention)
    {
        while (mention.End + 1 < text.Length)
        {
            if (NextPart(text, mention) is not { } longer) return mention;
            mention = longer;
        }

        return mention;
    }

    private PlaceMention? NextPart(string text, PlaceMention mention)
    {
        if (_entries.TryGetValue(Key(text[mention.End], text[mention.End + 1]), out var entries))
        {
            foreach (var entry in entries)
            {
                if (!entry.IsAt(text, mention.End) || !IsName(text, mention.End, entry, isBehindParent: true)) continue;
                var inside = entry.Places.Where(place => mention.Candidates.Any(outer => place != outer && place.IsWithin(outer))).ToList();
                if (inside.Count > 0) return new PlaceMention(inside, mention.Start, mention.End + entry.Name.Length);
            }
        }

        foreach (var outer in mention.Candidates)
        {
            foreach (var child in outer.Children)
            {
                if (child.ShortName.Length < child.Name.Length && text.AsSpan(mention.End).StartsWith(child.ShortName, StringComparison.Ordinal))
                {
                    return new PlaceMention([child], mention.Start, mention.End + child.ShortName.Length);
                }
            }
        }

        return null;
    }

    private sealed record Entry(string Name, bool IsOfficial)
    {
        public List<Place> Places { get; } = [];

        public bool IsAt(string text, int at) => text.AsSpan(at).StartsWith(Name, StringComparison.Ordinal);
    }
}
