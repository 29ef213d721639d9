using System.Text.RegularExpressions;

namespace H2Ask.Core.Retrieval;

/// <summary>The words that questions are made of besides what they are about. Nothing here belongs to one field of policy.</summary>
/// <remarks>Of words that repeat, one may be made of two others (需要, 应该). Such a group is atomic, or a question of nothing else would be read in twice as many ways with each.</remarks>
internal static partial class QuestionWords
{
    private const string Verbs =
        "负责|牵头|主管|管理?|审批|批准|核准|印发|发布|公布|出台|制定|制订|监管|承担|施行|实施|生效|执行|到期|失效|废止|截止|结束|开始|算起|起算";

    private const string Units =
        "万元|亿元|元|块钱|块|钱|个百分点|个|座|家|辆|台|项|条|款|年|个月|天|日|次|米|公里|吨|万吨|公斤|人(?!才)|名|种|类|倍|成|平方米|兆瓦|万千瓦|千瓦|批|期|户|折";

    /// <summary>What asks: the question word, and what goes with it only because it is asked (最高给多少, 由谁负责, 什么时候施行).</summary>
    [GeneratedRegex(
        "什么(?:是|叫做?)|何谓|(?:指的?是|是指|指|是|算)?(?:什么|啥)(?:意思|含义)|"
        + "(?:最高|最多|最低|最少|至少|至多|一共|总共|共计|共|大概|大约|具体|到底|究竟|分别|各)*(?>(?:能|可以|可|会|需要|需|要|应该|应|给予|给|补|奖|罚|拿到?|享受|获得|领|有|是|为|达到?|占|到)*)"
        + "(?:多少|百分之几|多[大高长远久宽重快]|几(?=" + Units + "))(?:" + Units + ")?(?:以[内上下])?|"
        + "(?:有效期|期限)?(?>(?:是|在|于|从|到|至|截至|截止到?|要|会|自|将)*)(?:什么时候|何时|啥时候|哪一?[年月日天]|多久)(?:前|之前)?(?:开始|起)?(?:" + Verbs + ")?的?|"
        + "(?>(?:是|由|归|要|该|应该?|得|找|向|去)*)(?:谁|(?:哪[个些家一几]*|什么|啥)(?:部门|单位|机构|机关))(?:来|去)?(?:" + Verbs + ")?的?|"
        + "(?:都|主要|具体|分别|各)*(?:有|是|包括|包含|需要|要|给|提|提出|设|分为?)*(?:哪[些几两三四五六七八九](?:[个种类项]|条(?![件款例]))?|哪[个种类项]|什么样|什么|啥样?)的?|"
        + "(?>(?:该|应该?|要|需要|可以|能|会|得|是)*)(?:怎么样|怎样|怎么着?|如何|咋样?)(?:办|做|弄|回事|的)?|"
        + "(?:谁|哪[个里边家种年])?的?更[高低多少大小长短远近早晚严松贵快慢好]|有?(?:什么|何)(?:不同|区别|差异)|为什么|为何|凭什么|是否|能否|可否|能不能|可不可以|有没有|要不要|会不会|是不是|需不需要|用不用|行不行|可以吗|行吗|[吗呢吧呀嘛]|(?:在|到|从|去)?(?:哪里|哪儿|何处|哪)|多[少大高]")]
    public static partial Regex Asking();

    /// <summary>What any rule or plan has, so that it tells nothing of the subject.</summary>
    [GeneratedRegex(
        "有效期|期限|时限|时间|日期|条件|要求|标准|门槛|资格|材料|资料|程序|流程|手续|步骤|部门|单位|企业|公司|机构|个人|个体户|外地|本地|外省|民企|国企|外资|"
        + "补贴|补助|奖励|奖补|奖金|补偿|扶持|支持|优惠|资金|金额|额度|费用|经费|比例|上限|下限|限额|总额|总量|数量|成本|价格|规模|目标|指标|任务|措施|办法|政策|规定|文件|做法|"
        + "范围|对象|区域|处罚|罚款|罚则|责任|义务|依据|文号|电话|地址|网站|方式|渠道|频率|次数|面积|距离|投资|结果|原因|重点|内容|方面|情况|例外|区别|不同|差别")]
    public static partial Regex Attributes();

    /// <summary>What is told in numbers.</summary>
    [GeneratedRegex("补[贴助偿]|奖|罚|资金?|金额?|额度|费|比例|上限|下限|限额|总额|总量|数量|成本|价格|规模|面积|距离|次数|优惠|扶持|支持|目标|指标")]
    public static partial Regex Amounts();

    /// <summary>What is done under any rule or plan.</summary>
    [GeneratedRegex(
        "申请|申报|申领|办理|领取|提交|递交|上报|报送|报告|备案|登记|公示|审核|审查|验收|检查|检验|考核|评审|评估|监督|建设|新建|改建|扩建|建成|完成|达到|推广|发展|培育|引进|"
        + "(?<![福构组创共搭基])建(?![筑议材德宁阳])|" + Verbs + "|规划|计划|安排|投入|拿到|享受|获得|符合|满足|遵守|违反|逾期|超期|超过|低于|撤销|取消|延期|延长|续期|变更|调整|退回|追回|补办|计算|兑现|发放|拨付|到账|分配|参加|参与|退出|终止|研发|生产|经营|运营|使用|购买|采购|销售|租赁|改造|批(?![次发量])|(?<![情汇申])报(?![废纸])|(?<![公外社成])交(?![通易流叉汇警])|(?<![引带率])领(?![域导先跑])|拿|罚|改(?!革)|(?<![主监保油气水高])管(?![道网廊线委])")]
    public static partial Regex Acts();

    /// <summary>Words that only join others, and how much of something.</summary>
    [GeneratedRegex(
        "请问|那么|还有|另外|此外|以及|比如|例如|其他|其它|其中|的话|最高|最低|最多|最少|至少|至多|一共|总共|目前|现在|现行|当前|今后|期间|时期|阶段|之[前后内外]|以[前后内外上下]|"
        + "如果|要是|假如|倘若|万一|一旦|若|按照|按|根据|依照|对于|关于|为了|因为|所以|但是|可以|能够|应当|应该|必须|需要|不能|没有|我们|你们|他们|它们|大概|大约|具体|一般|一次性|"
        + "[的了着把被让没未也吧呢吗很我你他她它这那该每各些最您]|(?<![存潜现])在(?![线建职校])|是|对(?![象策接外口标])|(?<![供自])给(?![排水])|从(?![业事])|(?<![方定意导面双])向|(?<![自理事])由|"
        + "(?<![行作认成因以人])为|(?<![主重需必纲概摘])要(?![求素点件])|(?<![成首古])都(?![市江])|(?<![达得直报])到(?![期账位])|(?<!变)更(?![新换改])|再(?![生制保])|还(?![款贷田])|"
        + "(?<!成)就(?![业医读诊])|(?<!碳中|[共总饱缓谐])和(?![平谐])|(?<![参给授])与(?!会)|(?<![普涉以])及(?![时其格])|不(?!动产)|(?<![国所持稀私拥享特])有(?![色机限轨效关害毒])|"
        + "(?<![社协机商议工大金事年])会(?![议计展员场])|(?<![氢性储节产动电功智新核阳光风热位])能(?![源力量耗效])|个(?!人|体|税)|"
        + @"[\d.%]+(?:万|亿)?(?:" + Units + ")?|[一二两三四五六七八九十百千万亿半]+(?:" + Units + ")(?:内|以内|以上|以下)?")]
    public static partial Regex Fillers();

    /// <summary>What is said before a question and is no part of it.</summary>
    [GeneratedRegex("^(?:你好|您好|好的?|嗯+|哦+|噢|明白了?|知道了|谢谢你?|多谢|感谢|请问一?下?|麻烦问一?下|再问一?下|顺便问一?下?|我?(?:还|再)?想(?:知道|问|了解)(?:一下)?|帮我(?:查|看)(?:一下|下)?|请?告诉我|介绍一下|说说|讲讲|[，,。！!、~～ ])+")]
    public static partial Regex Politeness();

    /// <summary>What ties a short question to the one before it.</summary>
    [GeneratedRegex("^(?:那么|那(?![里边个些儿种时天年项笔份])|然后|还有|另外|此外|再有|以及|而|同样|至于|换成|换作|换到|改成|改为|换|(?:如果|要是|假如|若)(?:换成|换作|换|改成|是(?!否))|对于?|关于|像|比如|和|跟|[，, ])+")]
    public static partial Regex Link();

    /// <summary>What opens a condition.</summary>
    [GeneratedRegex("^(?:那么?)?(?:如果|要是|假如|假设|倘若|若是?|万一|一旦)")]
    public static partial Regex Condition();

    /// <summary>What has no subject of its own in front: a duty, a limit, something left undone.</summary>
    [GeneratedRegex("^(?:那么?)?(?:没|未|不|逾期|超|违反|达不到|要|需|由|可以|能|应|必须|有|是|为|最|还|都|也|一共|总共|每|分别|各|按|如果|要是|假如|若|万一|一旦|怎|如何|谁|什么时候|多久|几|补|奖|给|罚|到)")]
    public static partial Regex Subjectless();

    /// <summary>What says that a short piece is a condition, not a thing.</summary>
    [GeneratedRegex("没|未|不|超过|低于|达到|逾期|完成|违反|已经|的$|[了过]$")]
    public static partial Regex Circumstance();

    /// <summary>What a short piece may end in: 呢, 怎么样.</summary>
    [GeneratedRegex("(?>(?:(?:又|又是|则)?(?:怎么样|怎样|如何|怎么说|怎么规定|是多少|有多少|多少)|呢|吧|啊|的话|的情况|方面|这块|那边|上)*)[?？。!！ ]*$")]
    public static partial Regex PieceEnd();

    /// <summary>What stands before a kind of thing and stays when another of the kind takes its place.</summary>
    [GeneratedRegex("^(?:氢燃料电池|燃料电池|氢能|新能源|纯电动|电动|海上|陆上|分布式|集中式|固定式|移动式|大型|中型|小型|高新技术|城镇|城乡|农村|公共|国有|民营)+")]
    public static partial Regex Modifier();

    /// <summary>The document that was spoken of, with the kind it is called by.</summary>
    [GeneratedRegex("(?:这|该|此|上述|前述|那)(?:[个份项部条款些]|几个)?(?<kind>文件|办法|条例|政策|规划|方案|意见|通知|规定|细则|措施|计划|指南|目录|法规|法律)")]
    public static partial Regex ThatDocument();

    /// <summary>The place that was spoken of.</summary>
    [GeneratedRegex("那里|那儿|那边|当地|这里(?!面)|这儿|该[市省区县州地](?![场级])|[这那][个座](?:城市|地方|省份|[市省区县])")]
    public static partial Regex ThatPlace();

    /// <summary>The thing that was spoken of.</summary>
    [GeneratedRegex("其中|它们?|他们|她们|[这那](?:[个些种项笔类批]|几[个项种类])|(?:上述|前述)|这(?=[是要由可需会算属])|该(?=项目|企业|单位|公司|部门|平台|工程|基地|园区|产业|补贴|奖励|资金|行业|机构|系统|制度|比例|目标)")]
    public static partial Regex ThatThing();

    /// <summary>What only a document has.</summary>
    [GeneratedRegex("有效期|施行|实施|生效|废止|失效|文号|印发|发布|出台|修订|解释|到期|哪年的|谁发的")]
    public static partial Regex OfDocuments();

    /// <summary>A year, a span of years, a five-year plan.</summary>
    [GeneratedRegex(@"[“""]?十[一二三四五六七八九]五[”""]?(?![0-9一二三四五六七八九十百千万年月日条章个项批])(?:时期|期间|末)?|(?<![\d.])(?:19|20)\d\d(?:年?[-—–~～至到](?:20)?\d\d(?=年))?(?![\d.号条座个辆吨家%万亿元])年?(?:底|末|上半年|下半年)?|今年|去年|明年|前年")]
    public static partial Regex Time();

    /// <summary>A document by its title.</summary>
    [GeneratedRegex("《[^《》]{2,80}》(?:[（(][^（）()《》]{1,12}[）)])?")]
    public static partial Regex Document();

    /// <summary>A document by its title without book marks.</summary>
    [GeneratedRegex(@"[\u4E00-\u9FFF“”""\d]{3,40}?(?<kind>办法|条例|规划|方案|意见|规定|细则|措施|行动计划|指南|目录|纲要)(?!的?(?:目标|制定|编制)|名单)(?:[（(][^（）()《》]{1,12}[）)])?")]
    public static partial Regex BareTitle();

    /// <summary>The country, where it stands as a place beside others.</summary>
    [GeneratedRegex("全国(?!性|人大|统一|各)|国家层面|国家(?=[的呢有对和与跟、，]|规定|$)|中央(?=[的呢有对和与跟、，]|$)")]
    public static partial Regex Country();

    /// <summary>The one of two that was named first, or last.</summary>
    [GeneratedRegex("前者|后者")]
    public static partial Regex OneOfTwo();

    /// <summary>What sets something beside what was spoken of: 和青岛比哪个高.</summary>
    [GeneratedRegex("^(?:那么?)?[和与跟同](?<other>[^和与跟同，,？?]{2,12})(?:相比|比起来|比较|比)(?:较|起来|的话|呢)?[，,]?(?<rest>.*)$")]
    public static partial Regex Beside();

    /// <summary>What joins things of a kind.</summary>
    [GeneratedRegex("^[ ]*(?:(?:以及|还是|或者?|相比于?|对比|相较于?|比起|[和与跟同及比、，,/]|vs\\.?|VS\\.?)[ ]*)+$")]
    public static partial Regex Joint();
}
