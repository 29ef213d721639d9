using H2Ask.Core.Retrieval.Findings;

namespace H2Ask.Core.Tests.Retrieval.Findings;

public sealed class DutyNoteTests
{
    [Theory]
    [InlineData("（责任单位：市水务局）修复管网。", 11)]
    [InlineData("（水务局牵头，各镇参与）", 12)]
    [InlineData("(各部门按职责分工负责)。", 12)]
    [InlineData("（财政局负责）（各镇配合）支持", 13)]
    [InlineData("（科技部、市水务局，县政府）支持", 14)]
    [InlineData("（市委农办、桥北管委会）", 12)]
    [InlineData("（市商会、读书基金会）", 11)]
    [InlineData("（东部、中部、西部）各建一处。", 0)]
    [InlineData("（以下简称管委会）", 0)]
    [InlineData("（含座谈会）", 0)]
    [InlineData("（数据中心）", 0)]
    [InlineData("（科技部、节水）", 0)]
    [InlineData("（节水等新技术）要先试。", 0)]
    [InlineData("（一）先修主管。", 0)]
    [InlineData("修复管网。（水务局负责）", 0)]
    [InlineData("（水务局负责", 0)]
    [InlineData("", 0)]
    public void The_note_stands_at_the_head(string text, int length) => Assert.Equal(length, DutyNote.LengthAt(text));

    [Theory]
    [InlineData("修复管网。（水务局负责）", true)]
    [InlineData("修复管网。（水务局负责）。", true)]
    [InlineData("修复管网（含入户管）。", false)]
    [InlineData("（水务局负责）修复管网。", false)]
    [InlineData("", false)]
    public void A_text_may_end_with_one(string text, bool ends) => Assert.Equal(ends, DutyNote.IsAtEnd(text));
}
