using System.Diagnostics;
using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;
using H2Ask.Tests;

namespace H2Ask.Indexer.Tests.Commands;

/// <summary>The indexing program is killed at any moment; the index is whole after it, as it was before or as it was to be.</summary>
public sealed class CrashTests : IDisposable
{
    private const int Kills = 100;

    private static readonly TimeSpan Write = TimeSpan.FromMilliseconds(40);

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "H2Ask.Indexer.dll");

    private readonly TemporaryFolder _corpus = new();
    private readonly TemporaryFolder _index = new();

    [Fact]
    public async Task An_indexing_process_killed_at_any_moment_leaves_a_whole_index()
    {
        WriteState(0);
        IndexMaking.Run([_corpus.Path], _index.Path);
        var longest = await TimeOfARunAsync();
        var random = new Random(1);
        for (var kill = 1; kill <= Kills; kill++)
        {
            WriteState(kill);
            using var process = Start();
            // Half of them at any moment, half while it writes: that is a short while of a run.
            if (kill % 2 == 0) await WriteBeginsAsync(process);
            await Task.Delay((kill % 2 == 0 ? Write : longest) * random.NextDouble());
            process.Kill();
            await process.WaitForExitAsync();
            await CheckIndexAsync();
        }

        Assert.True(Core.Index.Indexer.IsUpToDate([_corpus.Path], IndexMaking.Run([_corpus.Path], _index.Path).Manifest));
        Assert.Single(Generations());
    }

    public void Dispose()
    {
        _corpus.Dispose();
        _index.Dispose();
    }

    private async Task<TimeSpan> TimeOfARunAsync()
    {
        WriteState(1000);
        var started = Stopwatch.GetTimestamp();
        using var process = Start();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return Stopwatch.GetElapsedTime(started);
    }

    /// <summary>Waits until the process has made the folder of the next generation, or has ended.</summary>
    private async Task WriteBeginsAsync(Process process)
    {
        var before = Generations().ToHashSet();
        while (!process.HasExited && before.IsSupersetOf(Generations())) await Task.Delay(1);
    }

    private string[] Generations() => Directory.GetDirectories(Path.Combine(_index.Path, "generations"));

    private Process Start() => ChildProcess.Start("dotnet", Program, "index", _corpus.Path, "--index", _index.Path);

    private void WriteState(int state)
    {
        for (var file = 0; file < 20; file++) _corpus.With($"{file}.txt", $"甲市第{file}号加氢站通知\n加氢站补贴{state}元。");
    }

    private async Task CheckIndexAsync()
    {
        var verified = new IndexFolder(_index.Path).Verify();
        using var index = new IndexFolder(_index.Path).Open();
        Assert.Equal(20, verified.Documents);
        Assert.NotEmpty(await PassageSearcher.SearchAsync(index, "加氢站补贴", SearchFilters.None, 5));
        // All documents are of one state: no index is half old and half new.
        Assert.Single((await index.TextsAsync()).Select(text => text[text.LastIndexOf('贴')..]).Distinct());
    }
}
