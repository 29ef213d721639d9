using System.Numerics.Tensors;
using H2Ask.Core.Embedding;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Embedding;

/// <summary>The model that ships, as it is in the repository.</summary>
public sealed class ShippedModelTests : IDisposable
{
    private static readonly string Folder = Path.Combine(Repository.Root, "models", "h2ask-embed-zh");

    private readonly EmbeddingModel _model = EmbeddingModel.Load(Folder);

    /// <summary>What PyTorch computes from the weights before they were made into whole numbers, with the tokens of SentencePiece.</summary>
    [Theory]
    [InlineData("造氢", "制氢", 0.4476)]
    [InlineData("能拿多少钱", "奖励", 0.2562)]
    [InlineData("建加氢站能拿多少钱？", "对新建加氢站给予最高500万元补助。", 0.4744)]
    [InlineData("到２０２５年要建几座加氢站", "到2025年，建成加氢站20座以上。", 0.5921)]
    [InlineData("谁来管氢气运输的安全", "交通运输部门负责氢气道路运输的安全监督管理。", 0.6286)]
    [InlineData("归谁管", "义务教育阶段学校不得分班。", 0.0130)]
    public void Its_similarities_are_those_of_training(string question, string passage, double expected) =>
        Assert.Equal(expected, Similarity(question, passage), 0.01);

    [Theory]
    [InlineData("造氢", "制氢")]
    [InlineData("能拿多少钱", "奖励")]
    [InlineData("归谁管", "责任单位")]
    public void Everyday_words_find_those_of_the_documents(string everyday, string official)
    {
        string[] others = ["海上风电", "学校", "数据中心", "铁路", "农产品"];

        Assert.All(others, other => Assert.True(Similarity(everyday, official) > Similarity(everyday, other), other));
    }

    [Fact]
    public void It_is_small_enough_to_ship() =>
        Assert.InRange(new DirectoryInfo(Folder).EnumerateFiles().Sum(file => file.Length), 1, 25_000_000);

    public void Dispose() => _model.Dispose();

    private float Similarity(string question, string passage) =>
        TensorPrimitives.Dot<float>(_model.EmbedQuery(question), _model.EmbedPassages([passage]).Vectors[0]);
}
