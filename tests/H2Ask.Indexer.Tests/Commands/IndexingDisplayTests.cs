using H2Ask.Core.Index;
using H2Ask.Indexer.Commands;
using Spectre.Console;

namespace H2Ask.Indexer.Tests.Commands;

public sealed class IndexingDisplayTests
{
    [Theory]
    [InlineData(AnsiSupport.Yes, true)]
    [InlineData(AnsiSupport.No, false)]
    public async Task A_terminal_is_shown_every_stage_and_a_file_no_short_run(AnsiSupport ansi, bool isShown)
    {
        using var written = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = ansi, Interactive = InteractionSupport.Yes, Out = new AnsiConsoleOutput(written) });

        var result = await IndexingDisplay.ShowAsync(console, progress =>
        {
            progress.Report(new IndexingProgress(IndexingStage.Reading, 3, null));
            progress.Report(new IndexingProgress(IndexingStage.Writing, 3, 3));
            progress.Report(new IndexingProgress(IndexingStage.Embedding, 5, 9));
            return Task.FromResult("done");
        });

        Assert.Equal("done", result);
        foreach (var line in (string[])["Reading: 3 documents", "Writing: 3 of 3 documents", "Embedding: 5 of 9 passages"])
        {
            Assert.Equal(isShown, written.ToString().Contains(line, StringComparison.Ordinal));
        }
    }
}
