using System.Text;
using System.Text.RegularExpressions;
using H2Ask.Core.Corpus;
using H2Ask.Core.Retrieval.Findings;
using H2Ask.Core.Text;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Retrieval.Findings;

public sealed partial class FindingReaderTests
{
    private static readonly Lazy<IReadOnlyList<(Passage Passage, Finding[] Findings)>> Corpus = new(() =>
    [
        .. new CorpusReader().Read(Repository.Seeds).Documents.SelectMany(document => document.Passages).Select(passage => (passage, Read(passage))),
    ]);

    [Fact]
    public void Each_sentence_is_a_finding_with_its_words_cleaned_and_its_place_in_the_source()
    {
        var passage = PassageOf("到２０２５年，建成加氢站 20 座。\n（一）鼓励“先行先试”。好。", "到2025年，建成加氢站20座。\n（一）鼓励“先行先试”。好。");

        var findings = Read(passage);

        Assert.Equal(["到2025年，建成加氢站20座。", "（一）鼓励“先行先试”。"], findings.Select(finding => finding.Words));
        Assert.Equal(["到２０２５年，建成加氢站 20 座。", "（一）鼓励“先行先试”。"], findings.Select(finding => finding.Place.Of(passage.Text).ToString()));
        Assert.Equal([0, 1], findings.Select(finding => finding.Order));
        Assert.All(findings, finding => Assert.False(finding.IsRow));
    }

    [Fact]
    public void A_note_on_who_sees_to_a_task_belongs_to_the_sentence_before_it()
    {
        const string Tasks = "改造老旧水厂。（责任单位：市水务局、市财政局）建设备用水源。（水务局牵头，各镇参与）。修复管网。（一）先修主管。（财政局负责）（各镇配合）支持推广。（节水等新技术）要先试。";

        Assert.Equal(
            ["改造老旧水厂。（责任单位：市水务局、市财政局）", "建设备用水源。（水务局牵头，各镇参与）", "修复管网。", "（一）先修主管。（财政局负责）（各镇配合）", "支持推广。", "（节水等新技术）要先试。"],
            Read(PassageOf(Tasks, Tasks)).Select(finding => finding.Words));
    }

    [Fact]
    public void A_lead_in_that_stands_elsewhere_is_no_finding()
    {
        var passage = PassageOf("1.完善充电桩的布局和建设。\n2.推动换电站的互联互通。", "各区要落实下面几项任务：\n1.完善充电桩的布局和建设。\n2.推动换电站的互联互通。");

        Assert.Equal(["1.完善充电桩的布局和建设。", "2.推动换电站的互联互通。"], Read(passage).Select(finding => finding.Words));
    }

    [Fact]
    public void Those_who_sign_one_below_the_other_are_one_finding()
    {
        const string Letter = "滨海市商会\n滨海市协会\n以上单位参加。\n滨海市教育局\n滨海市财政局\n滨海市人民政府办公室\n2024年5月6日\n滨海市体育局\n滨海市图书馆商会";

        Assert.Equal(
            ["滨海市商会", "滨海市协会", "以上单位参加。", "滨海市教育局\n滨海市财政局\n滨海市人民政府办公室", "2024年5月6日", "滨海市体育局\n滨海市图书馆商会"],
            Read(PassageOf(Letter, Letter)).Select(finding => finding.Words));
    }

    [Fact]
    public void Bodies_and_heads_of_items_may_be_three_letters_long()
    {
        const string Notice = "（一）制氢。支持绿电制氢。\n财政部\n科技部\n国家能源局\n2024年5月6日";

        Assert.Equal(["（一）制氢。", "支持绿电制氢。", "财政部\n科技部\n国家能源局", "2024年5月6日"], Read(PassageOf(Notice, Notice)).Select(finding => finding.Words));
    }

    [Fact]
    public void Bodies_behind_a_colon_are_a_list_and_no_signatures()
    {
        const string Members = "成员单位：\n滨海市教育局\n滨海市财政局";

        Assert.Equal(["成员单位：", "滨海市教育局", "滨海市财政局"], Read(PassageOf(Members, Members)).Select(finding => finding.Words));
    }

    [Fact]
    public void Signatures_with_something_between_them_are_cited_each_by_itself()
    {
        var passage = PassageOf(
            "第二条联系滨海市发展和改革委员会办理。\n滨海市教育局\n<img src=\"a.png\" />\n滨海市发展和改革委员会\n2024年5月6日",
            "第二条联系滨海市发展和改革委员会办理。\n滨海市教育局\n滨海市发展和改革委员会\n2024年5月6日");

        Assert.All(Read(passage), finding => Assert.Equal(finding.Words, finding.Place.Of(passage.Text).ToString()));
        Assert.Equal(4, Read(passage).Length);
    }

    [Fact]
    public void A_note_that_only_names_bodies_belongs_to_the_sentence_before_it()
    {
        const string Tasks = "改造老旧水厂。（水务局、财政局）推广（含滴灌、喷灌）节水设备。";

        Assert.Equal(["改造老旧水厂。（水务局、财政局）", "推广（含滴灌、喷灌）节水设备。"], Read(PassageOf(Tasks, Tasks)).Select(finding => finding.Words));
    }

    [Fact]
    public void An_item_of_a_list_has_the_sentence_that_leads_in_to_it()
    {
        const string Rules = "第五条有下列情形之一的，不予开放：\n（一）有大风的；\n（二）在检修的。\n其他时候都开放。\n（一）周一除外。\n要做两件事：一是修路。二是种树。";

        Assert.Equal(
            [null, "第五条有下列情形之一的，不予开放：", "第五条有下列情形之一的，不予开放：", null, null, null, "要做两件事：一是修路。"],
            Read(PassageOf(Rules, Rules)).Select(finding => finding.LeadIn));
    }

    [Fact]
    public void A_list_that_goes_on_from_the_passage_before_keeps_what_led_in_to_it()
    {
        var passage = PassageOf("2.完善充电桩的布局和建设。\n3.推动换电站的互联互通。\n1.另有一件。", "各区要落实下面几项任务：\n2.完善充电桩的布局和建设。\n3.推动换电站的互联互通。\n1.另有一件。");

        Assert.Equal(["各区要落实下面几项任务：", "各区要落实下面几项任务：", null], Read(passage).Select(finding => finding.LeadIn));
    }

    [Fact]
    public void A_list_that_the_passage_begins_with_keeps_what_led_in_to_it()
    {
        var passage = PassageOf("1.完善充电桩的布局和建设。\n2.推动换电站的互联互通。", "各区要落实下面几项任务：\n1.完善充电桩的布局和建设。\n2.推动换电站的互联互通。");

        Assert.Equal(["各区要落实下面几项任务：", "各区要落实下面几项任务："], Read(passage).Select(finding => finding.LeadIn));
    }

    [Theory]
    [InlineData("下列情形不予开放：\n- 有大风的\n- 在检修的\n以下时候都开放。\n- 节假日全天", 3)]
    [InlineData("办好三件实事：一是修路；二是种树；三是治水。\n会议还提到读书。\n二是抓好落实。", 3)]
    public void What_led_in_to_a_list_does_not_lead_in_to_another(string text, int led) => Assert.Equal(led - 1, Read(PassageOf(text, text)).Count(finding => finding.LeadIn is not null));

    [Fact]
    public void A_footnote_that_cleaning_has_moved_is_cited_where_it_stands()
    {
        const string Note = "1.绿地率（%）=绿地面积÷用地面积。";
        var passage = PassageOf($"城市绿化要提高绿地率，\n\n{Note}\n\n增加公园和街头绿地。", $"城市绿化要提高绿地率，增加公园和街头绿地。\n{Note}");

        var note = Read(passage)[^1];

        Assert.Equal(Note, note.Words);
        Assert.Equal(Note, note.Place.Of(passage.Text).ToString());
    }

    [Fact]
    public void A_row_has_the_heads_of_its_columns_in_its_words_and_stands_where_it_is_written()
    {
        const string Rows = "序号\t项目\t规模\n 1\t光伏电站\t30兆瓦 \n2\t储能电站\t10兆瓦时";
        var passage = PassageOf(Rows + "\n以上项目年内开工建设。", "序号 项目 规模\n序号：1；项目：光伏电站；规模：30兆瓦\n序号：2；项目：储能电站；规模：10兆瓦时\n以上项目年内开工建设。");

        var findings = Read(passage);

        Assert.Equal([true, true, true, false], findings.Select(finding => finding.IsRow));
        Assert.Equal(["序号\t项目\t规模", "1\t光伏电站\t30兆瓦", "2\t储能电站\t10兆瓦时", "以上项目年内开工建设。"], findings.Select(finding => finding.Place.Of(passage.Text).ToString()));
        Assert.Equal("序号：2；项目：储能电站；规模：10兆瓦时", findings[2].Words);
    }

    [Fact]
    public void The_rows_of_a_table_that_was_read_stand_where_they_are_written()
    {
        using var folder = new TemporaryFolder();
        var file = folder.With("plan.txt", "白河县供水规划\n一、目标\n主要指标如下：\n指标\t2025年\t2030年\n供水管网\t120公里\t180公里\n水厂\t3座\t4座\n二、任务\n各镇要加快供水管网的改造，提高供水的质量。");
        var passages = new CorpusReader().Read(file).Documents.SelectMany(document => document.Passages);

        var rows = passages.SelectMany(passage => Read(passage).Where(finding => finding.IsRow).Select(row => (row.Words, Source: row.Place.Of(passage.Text).ToString()))).ToArray();

        Assert.Equal(["指标\t2025年\t2030年", "供水管网\t120公里\t180公里", "水厂\t3座\t4座"], rows.Select(row => row.Source));
        Assert.Contains("2030年", rows[2].Words, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cells_of_a_row_are_found_without_what_cleaning_took_from_them()
    {
        const string Row = "1\t增加值占 GDP 比重(%) [*]\t34.6 ^{**}\t3 5 以上";
        var passage = PassageOf(Row, "序号：1 指标：增加值占GDP比重(%) 2022年：34.6 2025年：35以上");

        Assert.Equal((true, new TextSpan(0, Row.Length)), (Read(passage)[0].IsRow, Read(passage)[0].Place));
    }

    [Fact]
    public void A_row_that_a_lines_end_cuts_in_two_is_one()
    {
        const string Rows = "产业\t交通运输、仓储业\n(剔除客运)营业收入\t957亿\t1080亿\n\t物流企业\t17家\t18家";
        var passage = PassageOf(Rows, "产业 指标：交通运输、仓储业(剔除客运)营业收入 2023年：957亿 2025年：1080亿\n产业 指标：物流企业 2023年：17家 2025年：18家");

        Assert.Equal(["产业\t交通运输、仓储业\n(剔除客运)营业收入\t957亿\t1080亿", "物流企业\t17家\t18家"], Read(passage).Select(finding => finding.Place.Of(passage.Text).ToString()));
    }

    [Fact]
    public void Of_rows_that_say_the_same_each_is_found_once()
    {
        var passage = PassageOf("甲站\t投产\n甲站\t投产", "名称：甲站；进度：投产\n名称：甲站；进度：投产");

        Assert.Equal([new TextSpan(0, 5), new TextSpan(6, 11)], Read(passage).Select(finding => finding.Place));
    }

    [Theory]
    [InlineData("≥95%的氢气可以并网。")]
    [InlineData("储存的温度不低于零下40℃。")]
    [InlineData("储存的温度不低于零下40℃")]
    [InlineData("氢气的含量不高于4‰；")]
    public void The_signs_of_a_figure_are_quoted_with_it(string sentence)
    {
        var passage = PassageOf(sentence, sentence);

        Assert.Equal(sentence, Assert.Single(Read(passage)).Place.Of(passage.Text).ToString());
    }

    [Fact]
    public void What_a_passage_adds_stands_behind_what_others_added()
    {
        var findings = new List<Finding>();

        FindingReader.Read(3, PassageOf("先说的第一句话。", "先说的第一句话。"), findings);
        FindingReader.Read(4, PassageOf("再说的第二句话。", "再说的第二句话。"), findings);

        Assert.Equal([(3, 0), (4, 0)], findings.Select(finding => (finding.Hit, finding.Order)));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("。！？", "。！？")]
    [InlineData("一是", "一是")]
    [InlineData("原文是另一回事。", "这里写的全不在其中。")]
    public void What_says_nothing_or_stands_nowhere_is_no_finding(string text, string searchText) => Assert.Empty(Read(PassageOf(text, searchText)));

    [Fact]
    public void Every_sentence_of_the_corpus_stands_where_it_says() => Assert.All(Corpus.Value.Where(read => !read.Passage.Text.Contains("<p>", StringComparison.Ordinal)), read => Assert.All(
        read.Findings.Where(finding => !finding.IsRow),
        finding =>
        {
            var (words, source) = (Letters(finding.Words), Letters(finding.Place.Of(read.Passage.Text)));

            // Cleaning takes away no more than a page number or a letter that a page break doubled, but for the footnote that a sentence runs around.
            if (!Footnote().IsMatch(finding.Place.Of(read.Passage.Text))) Assert.InRange(source.Length - words.Length, 0, 2);
            Assert.True(words[0] == source[0] && words[^1] == source[^1] && IsWithin(words, source), $"{words}\n{source}");
        }));

    [Fact]
    public void Nearly_every_sentence_of_the_corpus_is_its_source_letter_for_letter()
    {
        var same = Corpus.Value.SelectMany(read => read.Findings.Where(finding => !finding.IsRow).Select(finding => Letters(finding.Words) == Letters(finding.Place.Of(read.Passage.Text)))).ToArray();

        Assert.InRange(same.Count(isSame => isSame), 0.995 * same.Length, same.Length - 1);
    }

    [Fact]
    public void Every_row_of_the_corpus_has_all_its_cells_in_its_words()
    {
        var rows = Corpus.Value.SelectMany(read => read.Findings.Where(finding => finding.IsRow).Select(finding => (finding.Words, Cells: finding.Place.Of(read.Passage.Text).ToString().Split('\t')))).ToArray();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.All(row.Cells, cell => Assert.Contains(Letters(cell), Letters(row.Words), StringComparison.Ordinal)));
    }

    [Fact]
    public void The_findings_of_a_passage_of_the_corpus_follow_each_other()
    {
        Assert.All(Corpus.Value, read => Assert.Equal(Enumerable.Range(0, read.Findings.Length), read.Findings.Select(finding => finding.Order)));
        Assert.All(Corpus.Value, read => Assert.All(read.Findings, finding => Assert.InRange(finding.Place.Length, 1, read.Passage.Text.Length)));
        var passages = Corpus.Value.Select(read => read.Findings.Where(finding => !finding.IsRow).ToArray());
        var back = passages.Sum(findings => findings.Zip(findings.Skip(1)).Count(pair => pair.First.Place.Start >= pair.Second.Place.Start || pair.First.Place.End > pair.Second.Place.End));
        // Footnotes that cleaning has moved behind the paragraph they stand in.
        Assert.InRange(back, 1, 3);
        Assert.All(Corpus.Value, read => Assert.All(read.Findings, finding => Assert.InRange(finding.Place.End, finding.Place.Start + 1, read.Passage.Text.Length)));
    }

    [Fact]
    public void Nearly_all_of_the_corpus_can_be_cited()
    {
        var lost = Corpus.Value.Where(read => 0.7 * Letters(read.Passage.Text).Length > read.Findings.Sum(finding => Letters(finding.Place.Of(read.Passage.Text)).Length)).ToArray();

        Assert.InRange(lost.Length, 0, Corpus.Value.Count / 500);
        Assert.DoesNotContain(Corpus.Value, read => read.Findings.Length == 0);
    }

    private static string Letters(ReadOnlySpan<char> text)
    {
        var letters = new StringBuilder();
        foreach (var letter in text)
        {
            var folded = TermReader.Fold(letter);
            if (char.IsLetterOrDigit(folded)) letters.Append(folded);
        }

        return letters.ToString();
    }

    /// <summary>Whether one text has all letters of another in their order.</summary>
    private static bool IsWithin(string inner, string outer)
    {
        var at = 0;
        foreach (var letter in outer)
        {
            if (at < inner.Length && inner[at] == letter) at++;
        }

        return at == inner.Length;
    }

    private static Finding[] Read(Passage passage)
    {
        var findings = new List<Finding>();
        FindingReader.Read(0, passage, findings);
        return [.. findings];
    }

    private static Passage PassageOf(string text, string searchText) =>
        new() { Id = "p", DocumentId = "d", Start = 0, End = text.Length, Text = text, SearchText = searchText };

    [GeneratedRegex(@"^\d\. ", RegexOptions.Multiline)]
    private static partial Regex Footnote();
}
