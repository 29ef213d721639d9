using System.Text.Json;
using H2Ask.Tests;

namespace H2Ask.Indexer.Tests.Training;

/// <summary>models/train/answers.py, from what is known of findings to the networks.</summary>
public sealed class AnswersTrainingTests : IDisposable
{
    private static readonly string Python = Environment.GetEnvironmentVariable("H2ASK_PYTHON") ?? "/usr/bin/python3";
    private static readonly string[] Script = ["-B", Path.Combine("models", "train", "answers.py")];
    private static readonly string[] Quick = ["--batch", "8", "--confidence-steps", "60"];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_smoke_run_makes_networks_that_know_the_right_finding_and_the_question_without_an_answer()
    {
        FindingData.WriteTo(_folder);

        var (status, output, errors) = await RunAsync();

        Assert.True(status == 0, errors);
        Assert.Contains("| questions to the corpus | 60 | 1.000 | 1.000 | 1.000 |", output, StringComparison.Ordinal);
        Assert.Contains("| everyday questions | 40 | 1.000 | 1.000 | 1.000 |", output, StringComparison.Ordinal);
        Assert.Contains("| the confidence | 40 | 40 | 1.000 | 1.000 | 1.000 | 1.000 |", output, StringComparison.Ordinal);
        Assert.Equal(FindingData.Names, Features("findings.json"));
        Assert.Equal([.. FindingData.Names, "best.score"], Features("confidence.json").Take(FindingData.Names.Length + 1));
    }

    [Fact]
    public async Task The_networks_of_an_index_without_vectors_are_written_beside_the_others()
    {
        FindingData.WriteTo(_folder);

        var (status, _, errors) = await RunAsync("--by-words");

        Assert.True(status == 0, errors);
        Assert.Equal(["confidence-by-words.json", "findings-by-words.json"], Directory.GetFiles(_folder.Path, "*.json").Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Files_with_other_features_are_not_mixed()
    {
        FindingData.WriteTo(_folder);
        var other = Path.Combine(_folder.Path, "questions.jsonl");
        File.WriteAllText(other, File.ReadAllText(other).Replace("meaning.near", "meaning.far", StringComparison.Ordinal));

        var (status, _, errors) = await RunAsync();

        Assert.Equal(1, status);
        Assert.Contains("questions.jsonl has other features", errors, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<(int Status, string Output, string Errors)> RunAsync(params string[] options) => ChildProcess.RunAsync(
        Python, [.. Script, _folder.Path, Path.Combine(_folder.Path, "answers.jsonl"), Path.Combine(_folder.Path, "questions.jsonl"), .. Quick, .. options]);

    private string[] Features(string file)
    {
        using var weights = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder.Path, file)));
        return [.. weights.RootElement.GetProperty("features").EnumerateArray().Select(name => name.GetString()!)];
    }
}
