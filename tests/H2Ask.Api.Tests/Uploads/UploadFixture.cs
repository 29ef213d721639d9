using H2Ask.Core.Index;
using H2Ask.Tests;

namespace H2Ask.Api.Tests.Uploads;

/// <summary>A service with a corpus of one file, narrow limits, and an index that it shares with nobody.</summary>
public sealed class UploadFixture : IAsyncLifetime, IDisposable
{
    public const int LargestUpload = 200_000;
    public const int LongestText = 300_000;
    public const string CorpusFile = "在语料里.txt";

    private readonly TemporaryFolder _folder = new();

    internal ServiceProcess Service { get; private set; } = null!;

    public string Index => Path.Combine(_folder.Path, "index");

    public string Uploads => BesideIndex.Documents(Index);

    public async Task InitializeAsync()
    {
        var corpus = Directory.CreateDirectory(Path.Combine(_folder.Path, "corpus")).FullName;
        await File.WriteAllTextAsync(Path.Combine(corpus, CorpusFile), "甲市加氢站管理办法\n甲市加氢站由城市管理部门负责监督。");
        IndexMaking.Run([corpus], Index);
        Service = await ServiceProcess.StartAsync(
            Index, corpus, "--Documents:LargestUpload", $"{LargestUpload}", "--Documents:LongestText", $"{LongestText}", "--Documents:LargestFolder", $"{10 * LargestUpload}", "--Documents:MostWaiting", "3");
    }

    public async Task DisposeAsync() => await Service.DisposeAsync();

    public void Dispose() => _folder.Dispose();
}
