using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FsCheck;
using FsCheck.Fluent;
using H2Ask.Core.Index;
using H2Ask.Core.Text;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Index;

public sealed class LexicalIndexTests
{
    private static readonly SearchedPassage[] Passages =
    [
        new("", "", "加氢站建设补贴五百万元"),
        new("", "", "光伏发电规划"),
        new("", "", "加氢站安全管理"),
    ];

    private static readonly Gen<string> Text =
        Gen.Elements("加", "氢", "站", "补", "贴", "光", "伏", "的", "了", "2025年", "500 万元", "PEM", "，", " ").ListOf().Select(string.Concat);

    private static readonly Gen<SearchedPassage> AnyPassage =
        from title in Text
        from section in Text
        from body in Text
        select new SearchedPassage(title, section, body);

    [Fact]
    public void The_passage_that_shares_most_terms_comes_first() =>
        Assert.Equal([0, 2], Built(Passages).Search("加氢站补贴", 10).Select(hit => hit.Passage));

    [Fact]
    public void A_question_of_one_common_character_finds_what_holds_it() =>
        Assert.Equal([2, 0], Built(Passages).Search("加", 10).Select(hit => hit.Passage));

    [Fact]
    public void A_question_without_a_known_term_finds_nothing()
    {
        Assert.Empty(Built(Passages).Search("潮汐", 10));
        Assert.Empty(Built(Passages).Search("", 10));
        Assert.Empty(Built(Passages).Search("？！", 10));
    }

    [Fact]
    public void A_term_in_fewer_passages_weighs_more()
    {
        var index = Built(Passages);

        Assert.True(index.Weight('光') > index.Weight('加'));
        Assert.True(index.Weight('潮') > index.Weight('光'));
    }

    [Fact]
    public void A_term_in_the_title_counts_more_than_in_the_text() =>
        Assert.Equal([1, 0], Built(new("规划", "总则", "氢能发展"), new("氢能", "总则", "规划发展")).Search("氢能", 10).Select(hit => hit.Passage));

    [Fact]
    public void A_passage_scores_as_the_formula_says()
    {
        // One term, twice in the text of two terms: its fields' average lengths are 1 and 2.
        var weights = new LexicalWeights { Saturation = 1, Title = 3, Body = 2, TitleLength = 0.5f, BodyLength = 0.5f };
        var index = Weighted(weights, new("", "", "pem pem"), new("pem xyz", "", "abc xyz"));
        var worthOfBody = 2 * 2 / (0.5 + 0.5);
        var worthOfTitle = 3 / (0.5 + (0.5 * 2));
        var weight = Math.Log(1 + (0.5 / 2.5));

        var hits = index.Search("pem", 2);

        Assert.Equal([0, 1], hits.Select(hit => hit.Passage));
        Assert.Equal(weight * worthOfBody * 2 / (worthOfBody + 1), hits[0].Score, 0.002);
        Assert.Equal(weight * worthOfTitle * 2 / (worthOfTitle + 1), hits[1].Score, 0.002);
    }

    [Fact]
    public void Fields_are_scored_apart()
    {
        var index = Built(new SearchedPassage("氢能", "", "补贴"), new SearchedPassage("光伏", "氢能", "规划"), new SearchedPassage("规划", "", "光伏"));

        var scores = index.ScoreFields("氢能", [0, 1, 2]);

        Assert.True(scores[0] is { Title: > 0, Section: 0, Body: 0 });
        Assert.True(scores[1] is { Title: 0, Section: > 0, Body: 0 });
        Assert.Equal(default, scores[2]);
    }

    [Fact]
    public void What_the_pruned_search_finds_is_what_scoring_all_finds() =>
        Prop.ForAll(Searches.ToArbitrary(), search =>
        {
            var (passages, question, top) = search;
            var index = Built(passages);

            Assert.Equal(new Naive(passages).Search(question, top), index.Search(question, top));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(60));

    [Fact]
    public void What_the_pruned_search_finds_among_many_passages_is_what_scoring_all_finds()
    {
        var passages = ManyPassages(20_000);
        var naive = new Naive(passages);
        var index = Built(passages);
        foreach (var question in new[] { "甲乙", "甲乙丙丁戊己庚辛", "的甲", "的", "2025年甲 PEM", "丙丁 x37 乙的" })
        {
            Assert.Equal(naive.Search(question, 10), index.Search(question, 10));
            Assert.Equal(naive.Search(question, 300), index.Search(question, 300));
            Assert.Equal(naive.Search(question, 10, passage => passage % 37 == 5), index.Search(question, 10, Among(20_000, passage => passage % 37 == 5)));
            Assert.Equal(naive.Search(question, 10, passage => passage > 19_900), index.Search(question, 10, Among(20_000, passage => passage > 19_900)));
        }
    }

    [Fact]
    public void An_index_written_in_many_runs_is_the_one_written_at_once()
    {
        using var folder = new TemporaryFolder();
        var passages = ManyPassages(3_000);

        Assert.Equal(Bytes(passages), Bytes(passages, folder: folder.Path, postingsInMemory: 1_000));
        Assert.Empty(Directory.EnumerateFiles(folder.Path));
    }

    [Fact]
    public void A_filter_that_allows_nothing_finds_nothing() => Assert.Empty(Built(Passages).Search("加氢站", 10, new PassageSet(3)));

    [Fact]
    public void A_filter_of_another_index_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Built(Passages).Search("加氢站", 10, new PassageSet(4)));

    [Fact]
    public void An_index_of_nothing_can_be_searched()
    {
        Assert.Empty(Built([]).Search("加氢站", 10));
        Assert.Empty(Built([]).ScoreFields("加氢站", []));
    }

    [Fact]
    public void An_index_of_one_passage_can_be_searched() => Assert.Equal(0, Assert.Single(Built(Passages[0]).Search("补贴", 1)).Passage);

    [Fact]
    public void A_question_of_any_length_is_searched()
    {
        var question = string.Concat(Enumerable.Range(0x4E00, 5_000).Select(letter => (char)letter)) + "加氢站补贴";

        Assert.Equal(0, Built(Passages).Search(question, 1)[0].Passage);
    }

    [Fact]
    public void A_mapped_index_finds_what_one_in_memory_finds()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "lexical.bin");
        File.WriteAllBytes(path, Bytes(Passages));
        using var file = MappedFile.Open(path);

        Assert.Equal(Built(Passages).Search("加氢站补贴", 10), LexicalIndexReader.Open(file).Search("加氢站补贴", 10));
    }

    [Fact]
    public void An_index_that_was_cut_off_is_refused()
    {
        var bytes = Bytes(ManyPassages(500));
        for (var length = 0; length < bytes.Length; length += 97)
        {
            Assert.Throws<IndexException>(() => LexicalIndexReader.Open(new MemoryRegion(bytes.AsMemory(0, length))));
        }
    }

    [Fact]
    public void A_flipped_byte_is_found_or_does_not_matter()
    {
        var passages = ManyPassages(400);
        var intact = Bytes(passages);
        const string Question = "甲乙丙的 2025年 x17";
        var expected = new Naive(passages).Search(Question, 20);
        var found = 0;
        for (var place = 0; place < intact.Length; place += 13)
        {
            var bytes = intact.ToArray();
            bytes[place] ^= (byte)(1 << (place % 8));
            try
            {
                Assert.Equal(expected, LexicalIndexReader.Open(new MemoryRegion(bytes)).Search(Question, 20));
            }
            catch (IndexException)
            {
                found++;
            }
        }

        Assert.True(found > 100);
    }

    [Fact]
    public void A_beginning_made_to_mislead_is_refused_or_searched()
    {
        var random = new Random(5);
        var intact = Bytes(ManyPassages(400));
        var refused = 0;
        for (var round = 0; round < 500; round++)
        {
            var bytes = intact.ToArray();
            var header = MemoryMarshal.Cast<byte, LexicalHeader>(bytes.AsSpan(0, Unsafe.SizeOf<LexicalHeader>()));
            var numbers = MemoryMarshal.Cast<LexicalHeader, int>(header);
            numbers[random.Next(numbers.Length)] = random.Next(3) == 0 ? random.Next(-100, 100) : random.Next(int.MinValue, int.MaxValue);
            header[0].HeaderCheck = LexicalIndexWriter.Check(header[0]);
            try
            {
                var index = LexicalIndexReader.Open(new MemoryRegion(bytes));
                index.Search("甲乙丙的 2025年 x17", 20);
                index.ScoreFields("甲乙丙的 2025年 x17", [0]);
            }
            catch (IndexException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 200, 500);
    }

    private static Gen<(SearchedPassage[] Passages, string Question, int Top)> Searches =>
        from passages in AnyPassage.ArrayOf()
        from question in Text
        from top in Gen.Choose(1, 20)
        select (passages, question, top);

    /// <summary>Passages of terms of every frequency, so that blocks are full, packed and passed over.</summary>
    private static SearchedPassage[] ManyPassages(int count)
    {
        var random = new Random(11);
        string Word() => random.Next(12) switch
        {
            0 => $"x{random.Next(400)}",
            1 => $"{2015 + random.Next(20)}年",
            2 => "PEM",
            < 6 => "的",
            _ => ((char)("甲乙丙丁戊己庚辛"[(int)(8 * random.NextDouble() * random.NextDouble())])).ToString(),
        };
        string Words(int most) => string.Concat(Enumerable.Range(0, random.Next(most)).Select(_ => Word()));
        return [.. Enumerable.Range(0, count).Select(_ => new SearchedPassage(Words(4), Words(3), Words(30)))];
    }

    private static PassageSet Among(int count, Func<int, bool> allowed)
    {
        var passages = new PassageSet(count);
        foreach (var passage in Enumerable.Range(0, count).Where(allowed)) passages.Add(passage, 1);
        return passages;
    }

    private static LexicalIndexReader Built(params SearchedPassage[] passages) => Weighted(LexicalWeights.Default, passages);

    private static LexicalIndexReader Weighted(LexicalWeights weights, params SearchedPassage[] passages) =>
        LexicalIndexReader.Open(new MemoryRegion(Bytes(passages, weights)));

    private static byte[] Bytes(SearchedPassage[] passages, LexicalWeights? weights = null, string? folder = null, int postingsInMemory = LexicalIndexWriter.DefaultPostingsInMemory)
    {
        using var writer = new LexicalIndexWriter(folder, weights, postingsInMemory);
        foreach (var passage in passages) writer.Add(passage.Title, passage.Section, passage.Body);
        using var stream = new MemoryStream();
        writer.WriteTo(stream);
        return stream.ToArray();
    }

    private sealed record SearchedPassage(string Title, string Section, string Body);

    /// <summary>Scores every passage, without an index.</summary>
    private sealed class Naive
    {
        private readonly Counted[] _passages;
        private readonly TermScoring _scoring;

        public Naive(SearchedPassage[] passages)
        {
            _passages = Array.ConvertAll(passages, Count);
            var averages = passages.Length == 0 ? default : new FieldWorths(Average(LexicalField.Body), Average(LexicalField.Title), Average(LexicalField.Section));
            _scoring = new TermScoring(LexicalWeights.Default, averages, [.. Enumerable.Range(0, FieldCounts.Values).Select(counts => (ushort)counts)]);
        }

        public ScoredPassage[] Search(string question, int top, Func<int, bool>? allowed = null)
        {
            var scores = new int[_passages.Length];
            foreach (var term in Terms(question).GroupBy(term => term))
            {
                var holders = _passages.Count(passage => passage.Counts.ContainsKey(term.Key));
                var weight = MathF.Log(1 + ((_passages.Length - holders + 0.5f) / (holders + 0.5f)))
                    * Math.Min(2, term.Count()) * (TermReader.IsCharacter(term.Key) ? LexicalWeights.Default.Character : 1);
                for (var passage = 0; passage < _passages.Length; passage++)
                {
                    if (!_passages[passage].Counts.TryGetValue(term.Key, out var counts)) continue;
                    scores[passage] += LexicalIndexReader.ToUnits(weight * _scoring.Worth((int)counts, Lengths(_passages[passage])));
                }
            }

            return
            [
                .. Enumerable.Range(0, scores.Length)
                    .Where(passage => scores[passage] > 0 && allowed?.Invoke(passage) != false)
                    .OrderByDescending(passage => scores[passage]).ThenBy(passage => passage)
                    .Take(top)
                    .Select(passage => new ScoredPassage(passage, LexicalIndexReader.FromUnits(scores[passage]))),
            ];
        }

        private float Average(LexicalField field) => _passages.Sum(passage => (long)passage.Lengths[(int)field]) / (float)_passages.Length;

        private static FieldLengths Lengths(Counted passage) =>
            new(LengthCode.Encode(passage.Lengths[0]), LengthCode.Encode(passage.Lengths[1]), LengthCode.Encode(passage.Lengths[2]));

        private static Counted Count(SearchedPassage passage)
        {
            var counts = new Dictionary<ulong, uint>();
            string[] fields = [passage.Body, passage.Title, passage.Section];
            foreach (var field in new[] { LexicalField.Body, LexicalField.Title, LexicalField.Section })
            {
                foreach (var term in Terms(fields[(int)field])) counts[term] = FieldCounts.Increment(counts.GetValueOrDefault(term), field);
            }

            return new Counted(counts, [.. fields.Select(field => Terms(field).Count)]);
        }

        private static List<ulong> Terms(string text)
        {
            var terms = new List<ulong>();
            var reader = new TermReader(text);
            while (reader.Read()) terms.Add(reader.Current);
            return terms;
        }

        private sealed record Counted(Dictionary<ulong, uint> Counts, int[] Lengths);
    }
}
