using H2Ask.Core.Retrieval.Findings;

namespace H2Ask.Core.Tests.Retrieval.Findings;

public sealed class AnswerSignsTests
{
    [Theory]
    [InlineData("图书馆新馆由哪家企业承建？", "新馆由临江建工集团承建。")]
    [InlineData("民宿的消防检查归哪个部门？", "消防检查由县应急管理局牵头。")]
    [InlineData("研究院的负责人是谁？", "中国工程院周远山院士担任院长。")]
    [InlineData("养老床位在哪儿查？", "床位信息在市民政局网站公布。")]
    [InlineData("冷库选址在哪里？", "冷库建在青山镇。")]
    [InlineData("为什么要限行？", "由于老城道路狭窄，实行单双号限行。")]
    [InlineData("托育补助怎么申请？", "托育机构向所在街道提交材料。")]
    [InlineData("试点书店的名单有吗？", "试点书店为听雨书屋、望江书店。")]
    [InlineData("目前建成了几个公园？", "全市已建成口袋公园。")]
    [InlineData("新馆归哪两家单位管？", "新馆由市文旅局、市教育局合管。")]
    [InlineData("老城的房子由哪家商会修？", "老城的房子由江南建筑商会修缮。")]
    [InlineData("新馆开馆谁作报告？", "周远山同志作报告。")]
    [InlineData("最迟哪天之前交表？", "请于3月5日前提交。")]
    [InlineData("办托育的门槛是什么？", "面积不低于200平方米。")]
    [InlineData("一家书店封顶给几万？", "每家不超过3万元。")]
    [InlineData("绿地率怎么算？", "绿地率=绿地面积÷用地面积。")]
    public void A_text_that_shows_what_is_asked_for_lacks_nothing(string question, string text) => Assert.Equal(0, AnswerSigns.Of(question).CountLacking(text));

    [Theory]
    [InlineData("图书馆新馆由哪家企业承建？", "推进新馆建设。")]
    [InlineData("民宿的消防检查归哪个部门？", "民宿须配备灭火器。")]
    [InlineData("研究院的负责人是谁？", "支持建设水利研究院。")]
    [InlineData("养老床位在哪儿查？", "增加养老床位。")]
    [InlineData("为什么要限行？", "实行单双号限行。")]
    [InlineData("托育补助怎么申请？", "给予托育机构一次性补助。")]
    [InlineData("试点书店的名单有吗？", "遴选一批试点书店。")]
    [InlineData("目前建成了几个公园？", "到2027年新建口袋公园。")]
    [InlineData("新馆归哪家单位管？", "新馆明年开工。")]
    [InlineData("老城的房子由哪家商会修？", "修缮老城的房子。")]
    [InlineData("新馆开馆谁作报告？", "新馆在湖滨开馆。")]
    [InlineData("最迟哪天之前交表？", "2月1日发布了通知。")]
    [InlineData("办托育的门槛是什么？", "鼓励兴办托育。")]
    [InlineData("一家书店封顶给几万？", "给予书店补助。")]
    [InlineData("绿地率怎么算？", "提高绿地率。")]
    public void What_a_text_does_not_show_is_lacking(string question, string text) => Assert.Equal(1, AnswerSigns.Of(question).CountLacking(text));

    [Fact]
    public void Each_sign_that_is_lacking_counts() =>
        Assert.Equal(2, AnswerSigns.Of("由哪家企业来建，为什么选它？").CountLacking("推进新馆建设。"));

    [Theory]
    [InlineData("新馆由谁来管？")]
    [InlineData("民宿的检查归哪个部门？")]
    [InlineData("交给了哪几家？")]
    public void A_question_for_bodies_or_companies_asks_who(string question) => Assert.True(AnswerSigns.AsksWho(question));

    [Theory]
    [InlineData("新馆在哪里？")]
    [InlineData("补多少钱？")]
    [InlineData("眼下是什么局面？")]
    [InlineData("哪些委托事项要公示？")]
    [InlineData("哪些单位可以申请补助？")]
    [InlineData("哪家医院参加试点？")]
    public void A_question_for_anything_else_does_not_ask_who(string question) => Assert.False(AnswerSigns.AsksWho(question));

    [Theory]
    [InlineData("水价是多少？")]
    [InlineData("低空经济指什么？")]
    [InlineData("")]
    public void A_question_that_asks_for_none_of_them_is_never_lacking(string question) => Assert.Equal(0, AnswerSigns.Of(question).CountLacking("推进新馆建设。"));
}
