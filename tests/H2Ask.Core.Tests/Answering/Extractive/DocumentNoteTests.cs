using H2Ask.Core.Answering.Extractive;
using H2Ask.Core.Corpus;
using H2Ask.Core.Index;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Answering.Extractive;

public sealed class DocumentNoteTests : IDisposable
{
    private static readonly PolicyDocument Document = new() { Id = "a", File = "a.txt", Start = 0, End = 10, Title = "济南市加氢站管理办法" };

    private readonly TemporaryFolder _corpus = new();
    private readonly TemporaryFolder _folder = new();
    private readonly EmbeddedIndex _index;

    public DocumentNoteTests()
    {
        _corpus.With("later.txt", "济南市加氢站管理条例\n第一条 为规范加氢站的建设和运营，制定本条例。");
        IndexMaking.Run([_corpus.Path], _folder.Path);
        _index = new IndexFolder(_folder.Path).Open();
    }

    [Theory]
    [InlineData("2026-06-30", null)]
    [InlineData("2026-07-01", "有效期至2026年6月30日，已过期")]
    public void A_document_has_expired_from_the_day_after_its_last(string today, string? note) =>
        Assert.Equal(note, Note(Document with { ValidUntil = new PolicyDate(2026, 6, 30) }, "补贴", today));

    [Fact]
    public void A_year_or_a_month_lasts_to_its_end()
    {
        Assert.Null(Note(Document with { ValidUntil = new PolicyDate(2026) }, "补贴", "2026-12-31"));
        Assert.Equal("有效期至2026年，已过期", Note(Document with { ValidUntil = new PolicyDate(2026) }, "补贴", "2027-01-01"));
        Assert.Null(Note(Document with { ValidUntil = new PolicyDate(2026, 2) }, "补贴", "2026-02-28"));
        Assert.Equal("有效期至2026年2月，已过期", Note(Document with { ValidUntil = new PolicyDate(2026, 2) }, "补贴", "2026-03-01"));
    }

    [Theory]
    [InlineData("加氢站补贴", "征求意见稿")]
    [InlineData("subsidy", "draft for comments")]
    public void A_draft_is_named_in_the_language_of_the_question(string question, string note) =>
        Assert.Equal(note, Note(Document with { Status = "征求意见稿" }, question));

    [Fact]
    public void What_has_been_superseded_is_not_said_to_have_expired_as_well()
    {
        var superseded = Document with { SupersededBy = _index.Documents[0].Document.Id, ValidUntil = new PolicyDate(2020, 1, 1) };

        Assert.Equal("已由《济南市加氢站管理条例》取代", Note(superseded, "补贴"));
        Assert.Equal("superseded by 《济南市加氢站管理条例》", Note(superseded, "subsidy"));
        Assert.Equal("valid until 2020-01-01, expired", Note(superseded with { SupersededBy = "gone" }, "subsidy"));
    }

    [Fact]
    public void News_and_reports_are_named_behind_all_else()
    {
        Assert.Equal("新闻报道", Note(Document with { Kind = "新闻" }, "补贴"));
        Assert.Equal("征求意见稿，新闻报道", Note(Document with { Status = "征求意见稿", ReportOf = "b" }, "补贴"));
        Assert.Null(Note(Document with { Status = "正式", Kind = "办法" }, "补贴"));
    }

    public void Dispose()
    {
        _index.Dispose();
        _corpus.Dispose();
        _folder.Dispose();
    }

    private string? Note(PolicyDocument document, string question, string today = "2026-01-01") =>
        DocumentNote.Of(document, _index, FrameWords.For(question), DateOnly.ParseExact(today, "yyyy-MM-dd"));
}
