namespace H2Ask.Core.Tests.Corpus.Describing;

public sealed class DescribingDatesTests
{
    private const string Title = "宜昌市加氢站管理办法";

    private const string Notice = "宜昌市人民政府关于印发《宜昌市加氢站管理办法》的通知\n各县市区人民政府：\n现印发给你们，请遵照执行。\n宜昌市人民政府\n2022年3月15日\n宜昌市加氢站管理办法\n第一条 为规范管理，制定本办法。\n";

    [Theory]
    [InlineData("第九条 本办法自公布之日起施行，有效期5年。", "2022-03-15", "2027-03-14")]
    [InlineData("第九条 本办法自2022年5月1日起施行。有效期两年。", "2022-05-01", "2024-04-30")]
    [InlineData("第九条 本办法自 2022 年 5 月 1 日起试行，试行期为一年。", "2022-05-01", "2023-04-30")]
    [InlineData("第九条 本办法自印发之日起30日后施行。", "2022-04-14", null)]
    [InlineData("第九条 本办法自发布之日起满三十日施行，有效期三年。", "2022-04-14", "2025-04-13")]
    [InlineData("八、附则本办法自2022年6月1日起施行，有效期至2025年12月31日，由市发展改革委负责解释。", "2022-06-01", "2025-12-31")]
    [InlineData("第九条 本办法由市住建局负责解释，自２０２２年６月１日起实施，有效期至2025年12月。", "2022-06-01", "2025-12")]
    [InlineData("第九条 本办法执行期限为2021年1月1日至2025年12月31日。", "2021-01-01", "2025-12-31")]
    [InlineData("第九条 本办法有效期自2022年4月1日至2024年3月31日。", "2022-04-01", "2024-03-31")]
    [InlineData("第九条 本办法自2022年4月1日起至2024年3月31日止施行。", "2022-04-01", "2024-03-31")]
    [InlineData("第九条 本办法从二〇二二年七月一日起执行，执行至2024年底。", "2022-07-01", "2024-12-31")]
    [InlineData("第九条 以上措施自印发之日起施行，有效期暂定为2年。", "2022-03-15", "2024-03-14")]
    [InlineData("第九条 本办法自2022年5月1日起施行，2018年印发的《宜昌市加气站管理办法》同时废止。", "2022-05-01", null)]
    public void A_document_is_in_force_as_it_says_of_itself(string clause, string from, string? until)
    {
        var document = Described.Policy(Title, Notice + clause);

        Assert.Equal(from, document.EffectiveFrom?.ToString());
        Assert.Equal(until, document.ValidUntil?.ToString());
    }

    [Theory]
    [InlineData("第九条 《燃气经营许可证》有效期为5年。")]
    [InlineData("第九条 扶持资金设立有效期为3年，首个周期自2022年1月1日起。")]
    [InlineData("第九条 本规定自xx年x月x日起施行，有效期x年。")]
    [InlineData("第九条 依据《中华人民共和国安全生产法》，该法自2021年9月1日起施行。")]
    [InlineData("第九条 自2021年1月1日起，对加氢站给予补贴。")]
    [InlineData("第九条 购置补贴政策实施期限延长至2022年底。")]
    [InlineData("第九条 气瓶充装许可有效期4年，到期前30日申请换证。")]
    public void Terms_of_other_things_are_not_its_own(string clause)
    {
        var document = Described.Policy(Title, Notice + clause);

        Assert.Null(document.EffectiveFrom);
        Assert.Null(document.ValidUntil);
    }

    [Fact]
    public void A_draft_does_not_take_effect_from_the_day_it_is_put_up()
    {
        var document = Described.Policy("宜昌市加氢站管理办法（征求意见稿）", Notice.Replace("办法", "办法（征求意见稿）", StringComparison.Ordinal) + "第九条 本办法自公布之日起30日后施行，有效期5年。");

        Assert.Equal("征求意见稿", document.Status);
        Assert.Null(document.EffectiveFrom);
        Assert.Null(document.ValidUntil);
    }

    [Theory]
    [InlineData("各有关单位：请认真贯彻执行。成都市发展和改革委员会2023年6月8日成都市氢能发展规划前言氢能是能源。", "2023-06-08")]
    [InlineData("各有关单位：\n请认真贯彻执行。\n\n成都市发展和改革委员会\n\n二〇二三年六月八日\n\n成都市氢能发展规划\n氢能是能源。", "2023-06-08")]
    [InlineData("成都市氢能发展规划\n氢能是能源。\n成都市发展和改革委员会\n2023 年 6 月", "2023-06")]
    [InlineData("成都市氢能发展规划\n（2023年6月8日）\n氢能是能源。", "2023-06-08")]
    [InlineData("成文日期：2023年6月8日\n发布日期：2023年6月12日\n成都市氢能发展规划\n氢能是能源。", "2023-06-08")]
    [InlineData("成都市氢能发展规划\n2020年9月22日宣布双碳目标。市发展改革委2021年5月1日发布的规划已经实施，自2022年3月1日起调整。2022年1月，全市建成加氢站。", null)]
    [InlineData("成都市氢能发展规划\n根据市政府2022年5月6日第三次常务会议精神，制定本规划。", null)]
    public void The_issue_date_is_that_of_the_signature_and_no_other(string text, string? expected)
    {
        Assert.Equal(expected, Described.Policy("成都市氢能发展规划", text).IssueDate?.ToString());
    }

    [Fact]
    public void Fields_of_a_page_give_both_dates()
    {
        var document = Described.Policy("成都市氢能发展规划", "发文机关：成都市人民政府办公厅\n成文日期：2023年6月8日\n发布日期：2023-06-12\n成都市氢能发展规划\n氢能是能源。");

        Assert.Equal("2023-06-08", document.IssueDate?.ToString());
        Assert.Equal("2023-06-12", document.PublicationDate?.ToString());
        Assert.Equal(["成都市人民政府办公厅"], document.Issuers);
    }

    [Fact]
    public void A_law_has_the_date_of_its_adoption_or_last_amendment()
    {
        var adopted = Described.Policy("中华人民共和国能源法", "中华人民共和国能源法\n（2024年11月8日第十四届全国人民代表大会常务委员会第十二次会议通过）\n第一条 为了推动发展，制定本法。\n第八十条 本法自2025年1月1日起施行。");
        var amended = Described.Policy("中华人民共和国安全生产法", "中华人民共和国安全生产法（2002年6月29日第九届全国人民代表大会常务委员会第二十八次会议通过 根据2009年8月27日《关于修改部分法律的决定》第一次修正 根据2021年6月10日《关于修改〈中华人民共和国安全生产法〉的决定》第三次修正）第一条 为了加强安全生产工作，制定本法。");

        Assert.Equal(("2024-11-08", "2025-01-01"), (adopted.IssueDate?.ToString(), adopted.EffectiveFrom?.ToString()));
        Assert.Equal("2021-06-10", amended.IssueDate?.ToString());
        Assert.Equal(("法律", "国家"), (adopted.Kind, adopted.Region[0]));
    }

    [Fact]
    public void A_decree_signed_by_a_person_has_its_date()
    {
        var document = Described.Policy(
            "湖北省氢能安全管理办法",
            "湖北省人民政府令\n第425号\n《湖北省氢能安全管理办法》已经2023年2月20日省人民政府常务会议审议通过，现予公布，自2023年5月1日起施行。\n省长 李四光\n2023年3月1日\n湖北省氢能安全管理办法\n第一条 制定本办法。");

        Assert.Equal("2023-03-01", document.IssueDate?.ToString());
        Assert.Equal("湖北省人民政府令第425号", document.DocumentNumber);
        Assert.Equal("2023-05-01", document.EffectiveFrom?.ToString());
        Assert.Equal(["湖北省人民政府"], document.Issuers);
    }

    [Fact]
    public void A_notice_of_another_plan_lends_no_date()
    {
        var document = Described.Policy(
            "青岛市低空经济发展行动计划（2025—2027年）",
            "青岛市人民政府办公厅关于印发青岛市氢能产业发展行动计划（2022-2024年）的通知\n各区市人民政府：\n请认真贯彻执行。\n青岛市人民政府办公厅\n2022年5月23日\n青岛市低空经济发展行动计划（2025—2027年）\n一、总体思路\n加快发展。");

        Assert.Null(document.IssueDate);
        Assert.Equal("2025-2027", document.Period);
        Assert.Contains(document.Remarks, remark => remark.Contains("氢能产业发展行动计划", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2001年5月29日 湖州市第六届人民代表大会常务委员会第九次会议通过\n2019年3月28日 湖州市第八届人民代表大会常务委员会第十八次会议修正\n", "2019-03-28", "2001-05-29", "湖州市人民代表大会常务委员会")]
    [InlineData("２０１２年１２月３日 公安部部长办公会议通过\n２０１２年１２月１９日 公安部令第１２５号发布\n２０１３年１月１日 施行\n", "2012-12-19", "2012-12-19", "公安部")]
    [InlineData("（2010年12月29日国务院第138次常务会议通过 2011年1月17日中华人民共和国国务院令第589号公布）\n", "2010-12-29", "2011-01-17", "国务院")]
    [InlineData("1999年12月25日 第九届全国人民代表大会常务委员会第十三次会议通过\n", "1999-12-25", "1999-12-25", "全国人民代表大会常务委员会")]
    public void The_history_under_the_title_tells_who_made_a_rule_and_when(string history, string issued, string inForce, string body)
    {
        var document = Described.Policy("机动车管理条例", $"机动车管理条例\n{history}第一条 为规范管理，制定本条例。\n第二条 本条例自公布之日起施行。\n");

        Assert.Equal(issued, document.IssueDate?.ToString());
        Assert.Equal(inForce, document.EffectiveFrom?.ToString());
        Assert.Equal([body], document.Issuers);
    }

    [Fact]
    public void A_rule_whose_articles_mention_others_is_no_excerpt()
    {
        var document = Described.Policy("志愿服务条例", "志愿服务条例\n第一条 为规范志愿服务，制定本条例。\n第二条 服务分为：\n三、四级服务由街道组织。\n第三条 本条例自2022年1月1日起施行。\n");

        Assert.False(document.Excerpt);
    }

    [Fact]
    public void A_history_that_breaks_off_in_a_day_is_read_as_far_as_it_goes()
    {
        var history = string.Concat(Enumerable.Repeat("2001年5月29日 湖州市人民代表大会常务委员会第九次会议通过\n", 2000 / 31));
        for (var cut = 0; cut < 40; cut++)
        {
            var document = Described.Policy("机动车管理条例", $"机动车管理条例（{history[cut..]}）\n第一条 为规范管理，制定本条例。\n");
            Assert.True(document.IssueDate is null || document.IssueDate.Value.Year == 2001);
        }
    }
}
