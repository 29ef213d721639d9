using H2Ask.Core.Embedding;
using H2Ask.Tests;

namespace H2Ask.Indexer.Tests.Training;

/// <summary>models/train/run, from the data to a model that the product loads.</summary>
public sealed class TrainingTests : IDisposable
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private static readonly string Script = Path.Combine("models", "train", "run");

    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _model = new();

    public TrainingTests() => Environment.SetEnvironmentVariable("H2ASK_CONFIGURATION", Configuration);

    [Fact]
    public async Task A_smoke_run_makes_a_model_that_finds_a_passage_by_its_own_words()
    {
        TrainingData.WriteTo(_data);

        var (status, output, errors) = await ChildProcess.RunAsync("bash", Script, _data.Path, "--small", "--out", _model.Path);

        Assert.True(status == 0, errors);
        Assert.Contains("300 questions", output, StringComparison.Ordinal);
        Assert.Contains("held-out-laws both        n 4", output, StringComparison.Ordinal);
        using var model = EmbeddingModel.Load(_model.Path);
        string[] passages = ["加氢站由住建部门审批。", "新能源汽车免征购置税。", "海上风电项目公开招标。"];
        var vectors = model.EmbedPassages(passages).Vectors;
        for (var i = 0; i < passages.Length; i++)
        {
            var asked = model.EmbedQuery(passages[i][..^1]);
            Assert.Equal(i, Enumerable.Range(0, passages.Length).MaxBy(j => asked.Zip(vectors[j], (a, b) => a * b).Sum()));
        }
    }

    [Theory]
    [InlineData("name the folder of the training data")]
    [InlineData("there is no option --fast", "--fast")]
    [InlineData("there is no folder /nowhere", "/nowhere")]
    [InlineData("--out needs a folder", "data", "--out")]
    [InlineData("--small needs --out", "tests", "--small")]
    [InlineData("not also src", "tests", "src")]
    [InlineData("there is no file other.txt in seeds", "tests", "--hold-out", "other.txt")]
    public async Task A_wrong_call_is_explained(string sentence, params string[] arguments)
    {
        var (status, _, errors) = await ChildProcess.RunAsync("bash", [Script, .. arguments]);

        Assert.Equal(1, status);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("news-articles.txt")]
    [InlineData("train.jsonl")]
    public async Task A_missing_part_of_the_data_is_named(string file)
    {
        TrainingData.WriteTo(_data);
        File.Delete(Path.Combine(_data.Path, file));

        var (status, _, errors) = await ChildProcess.RunAsync("bash", Script, _data.Path, "--small", "--out", _model.Path);

        Assert.Equal(1, status);
        Assert.Contains($"there is no {file} in {_data.Path}", errors, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _data.Dispose();
        _model.Dispose();
    }
}
