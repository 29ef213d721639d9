using H2Ask.Core.Answering;
using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Answering.Extractive;

/// <summary>A few short documents of invented policies, indexed with the model that ships, and by words alone.</summary>
public sealed class SmallCorpus : IDisposable
{
    private static readonly Dictionary<string, string> Files = new()
    {
        ["jinan.txt"] = """
            济南市加氢站建设运营补贴办法
            济发改〔2024〕12号
            第一条 为促进本市氢能产业发展，制定本办法。
            第二条 对日加注能力500公斤及以上的加氢站，按设备投资额的30%给予建设补贴，最高不超过400万元。
            第三条 申请补贴的企业应当具备下列条件：
            （一）在本市登记注册，具有独立法人资格；
            （二）取得气瓶充装许可证；
            （三）近三年未发生安全生产事故。
            第四条 市发展改革委负责受理申请并组织评审。
            第五条 本办法自2024年5月1日起施行，有效期至2099年12月31日。
            """,
        ["jinan-news.txt"] = """
            济南出台加氢站补贴办法，最高补400万元
            近日，济南市发展改革委印发《济南市加氢站建设运营补贴办法》。办法提出，对日加注能力500公斤及以上的加氢站，按设备投资额的30%给予建设补贴，最高不超过400万元。记者了解到，全市已经建成加氢站12座。
            """,
        ["dezhou.txt"] = """
            德州市加氢站建设运营补贴办法
            第一条 对日加注能力500公斤及以上的加氢站，按设备投资额的30%给予建设补贴，最高不超过250万元。
            """,
        ["qingdao.txt"] = """
            青岛市加氢站扶持办法
            青发改〔2018〕7号
            第一条 对新建固定式加氢站，按设备投资额的20%给予建设补贴，最高不超过300万元。
            第二条 加氢站应当每半年组织一次应急演练。
            第三条 本办法自2018年1月1日起施行，有效期至2020年12月31日。
            """,
        ["yantai.txt"] = """
            烟台市氢能产业管理条例（征求意见稿）
            第一条 加氢站的氢气质量由市场监督管理部门负责监督检查。
            第二条 氢能企业应当每年向市工业和信息化局报送生产数据。
            """,
        ["weifang.txt"] = """
            潍坊市燃料电池汽车推广实施方案（2023—2025年）
            一、工作目标
            到2025年，全市推广燃料电池汽车3000辆，建成加氢站20座。
            二、重点任务
            重点实施以下工程：一是氢源保障工程，建设副产氢提纯装置。二是车辆推广工程，在港口推广氢能重卡。三是设施建设工程，优先利用加油站改建。
            """,
        ["zibo.txt"] = """
            淄博市加氢站安全规定
            第一条 加氢站有下列情形之一的，应当立即停止加注：
            （一）氢气泄漏报警；
            （二）设备压力异常；
            （三）雷雨天气。
            第二条 加氢站应当建立下列台账：
            （一）设备检修台账；
            （二）人员培训台账。
            """,
        ["linyi-2019.txt"] = """
            临沂市加氢站管理办法（2019年）
            第一条 为规范加氢站管理，制定本办法。
            第二条 加氢站从业人员每年接受安全培训不少于16学时。
            """,
        ["linyi-2022.txt"] = """
            临沂市加氢站管理办法（2022年修订版）
            第一条 为规范加氢站管理，制定本办法。
            第二条 加氢站操作人员应当持证上岗，站长由企业任命。
            """,
        ["liaocheng.txt"] = """
            聊城市氢能产业扶持措施
            第一条 对通过验收的氢能重点实验室，给予一次性奖励200万元。
            第二条 本措施由市科技局负责解释。
            """,
        ["liaocheng-copy.txt"] = """
            聊城市氢能产业扶持措施
            第一条 对通过验收的氢能重点实验室，给予一次性奖励200万元。
            第二条 本措施由市科技局负责解释。
            """,
    };

    private readonly TemporaryFolder _corpus = new();
    private readonly TemporaryFolder _meant = new();
    private readonly TemporaryFolder _worded = new();
    private readonly ModelEmbedder _model = ModelEmbedder.Choose(Path.Combine(Repository.Root, "models", "h2ask-embed-zh"))!;
    private readonly EmbeddedIndex _byMeaning;
    private readonly EmbeddedIndex _byWords;

    public SmallCorpus()
    {
        foreach (var (file, text) in Files) _corpus.With(file, text);
        IndexMaking.Run([_corpus.Path], _meant.Path, new IndexingOptions { Embedder = _model });
        IndexMaking.Run([_corpus.Path], _worded.Path);
        _byMeaning = new IndexFolder(_meant.Path).Open(_model);
        _byWords = new IndexFolder(_worded.Path).Open();
    }

    /// <summary>The text of a file.</summary>
    public static string TextOf(string file) => Files[file];

    /// <summary>What is answered, with the model or without it.</summary>
    public ValueTask<Answer> AskAsync(string question, bool byMeaning = true, params IReadOnlyList<Turn> history) =>
        ExtractiveAnswerer.AnswerAsync(byMeaning ? _byMeaning : _byWords, question, history, SearchFilters.None, ExtractiveAnswerer.UsualPassages);

    public void Dispose()
    {
        _byMeaning.Dispose();
        _byWords.Dispose();
        _model.Dispose();
        _corpus.Dispose();
        _meant.Dispose();
        _worded.Dispose();
    }
}
