using H2Ask.Core.Index;
using H2Ask.Tests;

namespace H2Ask.Indexer.Tests.Commands;

/// <summary>Documents that a service was sent belong to the corpus of the command line too.</summary>
public sealed class UploadedDocumentsTests : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "H2Ask.Indexer.dll");

    private readonly TemporaryFolder _corpus = new();
    private readonly TemporaryFolder _data = new();

    public UploadedDocumentsTests() => _corpus.With("a.txt", "甲市氢能规划\n支持加氢站建设。");

    private string Index => Path.Combine(_data.Path, "index");

    [Fact]
    public async Task Index_and_status_take_in_what_lies_beside_the_index()
    {
        Upload(BesideIndex.Documents(Index), "b.txt");

        Assert.StartsWith("Indexed 2 documents", (await H2Ask("index", _corpus.Path)).Output, StringComparison.Ordinal);
        Assert.Contains("up to date   yes", (await H2Ask("status", _corpus.Path)).Output, StringComparison.Ordinal);

        Upload(BesideIndex.Documents(Index), "c.txt");
        Assert.Contains("up to date   no", (await H2Ask("status", _corpus.Path)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_folder_of_them_can_be_named()
    {
        var named = Path.Combine(_data.Path, "sent");
        Upload(named, "b.txt");

        Assert.StartsWith("Indexed 1 documents", (await H2Ask("index", _corpus.Path)).Output, StringComparison.Ordinal);
        Assert.StartsWith("Indexed 2 documents", (await H2Ask("index", _corpus.Path, "--uploads", named)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_takes_in_the_first_that_is_sent_later()
    {
        using var watch = ChildProcess.Start("dotnet", Program, "watch", _corpus.Path, "--index", Index);
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            Assert.StartsWith("Indexed 1 documents", await watch.StandardOutput.ReadLineAsync(patience.Token), StringComparison.Ordinal);
            Upload(BesideIndex.Documents(Index), "b.txt");
            Assert.StartsWith("Indexed 2 documents", await watch.StandardOutput.ReadLineAsync(patience.Token), StringComparison.Ordinal);
        }
        finally
        {
            watch.Kill();
            await watch.WaitForExitAsync();
        }
    }

    public void Dispose()
    {
        _corpus.Dispose();
        _data.Dispose();
    }

    private static void Upload(string folder, string name)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, name), $"乙市{name}通知\n支持储能建设{name}。");
    }

    private Task<(int Status, string Output, string Errors)> H2Ask(params string[] arguments) => ChildProcess.RunAsync("dotnet", [Program, .. arguments, "--index", Index]);
}
