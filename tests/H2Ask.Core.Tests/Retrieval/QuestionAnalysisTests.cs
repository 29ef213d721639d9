using FsCheck;
using FsCheck.Fluent;
using H2Ask.Core.Retrieval;

namespace H2Ask.Core.Tests.Retrieval;

public sealed class QuestionAnalysisTests
{
    [Theory]
    [InlineData("大兴区的加氢站怎么审批？", "北京市/大兴区", PlaceAgreement.Same)]
    [InlineData("大兴区的加氢站怎么审批？", "北京市", PlaceAgreement.Around)]
    [InlineData("北京的加氢站怎么审批？", "北京市/大兴区", PlaceAgreement.Within)]
    [InlineData("大兴区的加氢站怎么审批？", "山东省/济南市", PlaceAgreement.Other)]
    [InlineData("大兴区的加氢站怎么审批？", "国家", PlaceAgreement.National)]
    [InlineData("大兴区的加氢站怎么审批？", "", PlaceAgreement.Unknown)]
    [InlineData("加氢站怎么审批？", "北京市", PlaceAgreement.NotAsked)]
    [InlineData("青岛和济南的加氢站有何不同？", "山东省/济南市", PlaceAgreement.Same)]
    [InlineData("青岛和广州的加氢站有何不同？", "广东省/广州市", PlaceAgreement.Same)]
    internal void A_documents_place_is_compared_with_those_that_the_question_names(string question, string region, PlaceAgreement agreement) =>
        Assert.Equal(agreement, QuestionAnalysis.Of(question).Agree(region.Split('/', StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("2023年建多少座？", new[] { 2023 })]
    [InlineData("２０２４年和2023年各建多少座？", new[] { 2024, 2023 })]
    [InlineData("“十四五”期间建多少座？", new[] { 2021, 2022, 2023, 2024, 2025 })]
    [InlineData("十五五的目标", new[] { 2026, 2027, 2028, 2029, 2030 })]
    [InlineData("补贴2000.5万元吗", new int[0])]
    [InlineData("日加氢2000公斤的站", new int[0])]
    public void Years_and_five_year_plans_are_read(string question, int[] years) => Assert.Equal(years, QuestionAnalysis.Of(question).Years);

    [Theory]
    [InlineData("河南省要建多少座？", "河南")]
    [InlineData("内蒙古自治区要建多少座？", "内蒙古")]
    [InlineData("北京要建多少座？", "北京")]
    [InlineData("大兴区要建多少座？", "大兴")]
    public void A_place_goes_by_its_short_name(string question, string name) => Assert.Equal([name], QuestionAnalysis.Of(question).PlaceNames);

    [Theory]
    [InlineData("国发〔2021〕23号讲什么", "国发〔2021〕23号", true)]
    [InlineData("国发[2021]第023号讲什么", "国发〔2021〕23号", true)]
    [InlineData("国发〔2021〕23号讲什么", "国发〔2021〕24号", false)]
    [InlineData("国发〔2021〕23号讲什么", null, false)]
    [InlineData("讲什么", "国发〔2021〕23号", false)]
    public void A_document_is_known_by_its_number(string question, string? number, bool isNamed) =>
        Assert.Equal(isNamed, QuestionAnalysis.Of(question).NamesNumber(number));

    [Fact]
    public void Names_in_book_marks_are_names_of_documents() =>
        Assert.Equal(["加氢站管理办法", "光伏条例"], QuestionAnalysis.Of("《加氢站管理办法（试行）》与《光伏条例》各自怎么说？").Names);

    [Theory]
    [InlineData("一座站最多给多少钱？", WantedAnswer.Amount)]
    [InlineData("规定什么时候生效？", WantedAnswer.Date)]
    [InlineData("检查归哪个部门管？", WantedAnswer.Body)]
    [InlineData("申请要交哪些材料？", WantedAnswer.List)]
    [InlineData("什么是绿电？", WantedAnswer.Definition)]
    [InlineData("个人可以申请吗？", WantedAnswer.Choice)]
    [InlineData("两地的做法有何区别？", WantedAnswer.Comparison)]
    [InlineData("怎么申请？", WantedAnswer.None)]
    internal void The_kind_of_answer_is_told_by_the_words_of_the_question(string question, WantedAnswer wanted) =>
        Assert.Equal(wanted, QuestionAnalysis.Of(question).Wanted);

    [Fact]
    public void No_question_is_too_odd_to_be_read() => Prop.ForAll<string?>(text =>
    {
        var question = QuestionAnalysis.Of("《" + text + "〔2021〕" + text + "》十" + text);
        return question.Letters.All(char.IsLetterOrDigit) && question.Years.All(year => year is > 1900 and < 2100);
    }).QuickCheckThrowOnFailure();
}
