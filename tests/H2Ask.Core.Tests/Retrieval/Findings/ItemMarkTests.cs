using FsCheck;
using FsCheck.Fluent;
using H2Ask.Core.Retrieval.Findings;

namespace H2Ask.Core.Tests.Retrieval.Findings;

public sealed class ItemMarkTests
{
    [Theory]
    [InlineData("（一）开展隐患排查。", "（十二）组织应急演练。")]
    [InlineData("(三)压实责任", "（四）压实责任")]
    [InlineData("（1）身份证复印件；", "(12)房屋产权证明。")]
    [InlineData("①户籍在本市的；", "⑳其他情形。")]
    [InlineData("1.建立台账", "2．定期通报")]
    [InlineData("3、网上申报", "14.现场核验")]
    [InlineData("1）填写表格", "2）上传材料")]
    [InlineData("一是压减材料。", "三是缩短时限。")]
    [InlineData("一、总体要求", "十一、保障措施")]
    [InlineData("第一，坚持党建引领。", "第二个阶段，全面推开。")]
    [InlineData("-免费停车", "—免费充电")]
    [InlineData("• 上门服务", "●预约服务")]
    [InlineData("　　（二）加强宣传。", "（三）加强宣传。")]
    public void Items_of_one_list_have_marks_of_one_kind(string one, string other)
    {
        Assert.NotNull(ItemMark.KindOf(one));
        Assert.Equal(ItemMark.KindOf(one), ItemMark.KindOf(other));
    }

    [Fact]
    public void Marks_of_different_lists_differ_in_kind() =>
        Assert.Distinct(((string[])["（一）甲", "（1）甲", "①甲", "1.甲", "1）甲", "一是甲", "一、甲", "第一，甲", "-甲"]).Select(ItemMark.KindOf));

    [Theory]
    [InlineData("各镇要落实责任。")]
    [InlineData("1.5万平方米的厂房")]
    [InlineData("2025年建成投用。")]
    [InlineData("一般不超过三十日。")]
    [InlineData("（试行）自印发之日起施行。")]
    [InlineData("（含县级市）均可申报。")]
    [InlineData("第十二条 申请人应当如实填报。")]
    [InlineData("二手车交易")]
    [InlineData("第三方机构独立评估。")]
    [InlineData("-40℃以下也能启动。")]
    [InlineData("具备条件的（一）类地区")]
    [InlineData("")]
    public void A_text_without_a_mark_is_of_no_kind(string text) => Assert.Null(ItemMark.KindOf(text));

    [Theory]
    [InlineData("应当具备下列条件：", "（一）有固定场所；", "（二）有专职人员。")]
    [InlineData("办好两件实事：一是修路。", "二是种树。", "三是治水。")]
    [InlineData("分两方面：第一方面，修路。", null, "第二方面，种树。")]
    public void A_sentence_opens_the_list_of_the_items_that_stand_in_it_or_behind_it(string text, string? next, string item) =>
        Assert.Equal(ItemMark.KindOf(item), ItemMark.OpenedBy(text, next));

    [Theory]
    [InlineData("应当具备下列条件：", "有固定场所。")]
    [InlineData("应当具备下列条件：", null)]
    [InlineData("开放时间：9点到17点。", "（一）周一除外。")]
    [InlineData("应当具备条件。", "（一）有固定场所；")]
    public void Other_sentences_open_none(string text, string? next) => Assert.Null(ItemMark.OpenedBy(text, next));

    [Fact]
    public void Any_text_can_be_looked_at() => Prop.ForAll<string?>(text => ItemMark.KindOf("（二）" + text) == ItemMark.KindOf("（二）")).QuickCheckThrowOnFailure();
}
