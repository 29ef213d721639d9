using H2Ask.Core.Feedback;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Feedback;

public sealed class FeedbackFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string PathOfFile => Path.Combine(_folder.Path, "sub", "feedback.jsonl");

    [Fact]
    public async Task Entries_are_read_as_they_were_written()
    {
        var entry = Entry("a", FeedbackVerdict.Down) with { Reason = "wrong", Comment = "不对\n两行 😀", Citations = [new FeedbackCitation { File = "a.txt", Quote = "支持\"氢能\"", Start = 1, End = 7 }] };
        using var file = new FeedbackFile(PathOfFile);

        Assert.True(await file.AddAsync(entry, CancellationToken.None));
        Assert.True(await file.AddAsync(Entry("b", FeedbackVerdict.Up), CancellationToken.None));

        var (entries, unreadable) = file.Read();
        Assert.Equal(0, unreadable);
        Assert.Equivalent(entry, entries[0], strict: true);
        Assert.Equal("b", entries[1].AnswerId);
    }

    [Fact]
    public async Task An_entry_after_one_that_was_cut_stands_on_a_line_of_its_own()
    {
        using var file = new FeedbackFile(PathOfFile);
        await file.AddAsync(Entry("a", FeedbackVerdict.Up), CancellationToken.None);
        await file.AddAsync(Entry("b", FeedbackVerdict.Up), CancellationToken.None);
        var whole = await File.ReadAllBytesAsync(PathOfFile);
        await File.WriteAllBytesAsync(PathOfFile, whole[..^20]);

        await file.AddAsync(Entry("c", FeedbackVerdict.Up), CancellationToken.None);

        var (entries, unreadable) = file.Read();
        Assert.Equal(["a", "c"], entries.Select(entry => entry.AnswerId));
        Assert.Equal(1, unreadable);
    }

    [Fact]
    public async Task Entries_at_once_are_all_kept_by_several_services_too()
    {
        using var one = new FeedbackFile(PathOfFile);
        using var other = new FeedbackFile(PathOfFile);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(() => (number % 2 == 0 ? one : other).AddAsync(Entry($"a{number}", FeedbackVerdict.Up), CancellationToken.None))));

        Assert.Equal(Enumerable.Range(0, 40).Select(number => $"a{number}").Order(), one.Read().Entries.Select(entry => entry.AnswerId).Order());
    }

    [Fact]
    public async Task A_full_file_takes_no_more_and_keeps_what_it_has()
    {
        using var file = new FeedbackFile(PathOfFile, largest: 500);
        var taken = 0;
        while (await file.AddAsync(Entry($"a{taken}", FeedbackVerdict.Up), CancellationToken.None)) taken++;

        Assert.InRange(taken, 1, 10);
        Assert.InRange(new FileInfo(PathOfFile).Length, 1, 500);
        Assert.Equal(taken, file.Read().Entries.Count);
    }

    [Fact]
    public async Task Only_its_owner_reads_the_file()
    {
        if (OperatingSystem.IsWindows()) return;
        Directory.CreateDirectory(Path.GetDirectoryName(PathOfFile)!);
        await File.WriteAllTextAsync(PathOfFile, string.Empty);
        File.SetUnixFileMode(PathOfFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        using var file = new FeedbackFile(PathOfFile);

        await file.AddAsync(Entry("a", FeedbackVerdict.Up), CancellationToken.None);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PathOfFile));
    }

    public void Dispose() => _folder.Dispose();

    private static FeedbackEntry Entry(string answer, FeedbackVerdict verdict) => new()
    {
        Id = "1",
        ReceivedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        AnswerId = answer,
        Verdict = verdict,
        Question = "加氢站由谁监督？",
    };
}
