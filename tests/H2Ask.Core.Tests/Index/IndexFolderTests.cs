using System.Text.Json;
using System.Text.RegularExpressions;
using H2Ask.Core.Corpus;
using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Index;

public sealed class IndexFolderTests : IDisposable
{
    private readonly TemporaryFolder _corpus = new();
    private readonly TemporaryFolder _index = new();

    [Fact]
    public async Task What_is_written_is_read_again()
    {
        var documents = new CorpusReader().Read(_corpus.With("a.txt", "氢能规划\n支持\u00A0加氢站建设。\"引号\"与𠮷。")).Documents;
        IndexMaking.Run([_corpus.Path], _index.Path);

        using var index = new IndexFolder(_index.Path).Open();

        Assert.Equal(documents.Select(document => document.Text), await index.TextsAsync());
        Assert.Equal(documents[0].Passages.Select(passage => passage.Text), index.Passages.Select(passage => passage.Text));
        Assert.Equal(documents[0].Document.Title, index.FindDocument(documents[0].Document.Id)?.Document.Title);
    }

    [Fact]
    public async Task The_corpus_that_ships_is_read_again_as_it_was_written()
    {
        var documents = new CorpusReader().Read(Repository.Seeds).Documents;
        IndexMaking.Run([Repository.Seeds], _index.Path);
        using var index = new IndexFolder(_index.Path).Open();

        var read = new List<CorpusDocument>();
        foreach (var found in index.Documents)
        {
            var sections = await index.ReadSectionsAsync(found, CancellationToken.None);
            var passages = await index.ReadPassagesAsync(Enumerable.Range(found.FirstPassage, found.Passages).ToArray(), CancellationToken.None);
            read.Add(new CorpusDocument(found.Document with { Sections = sections }, await index.ReadTextAsync(found, CancellationToken.None), passages));
        }

        Assert.Equal(Json(documents), Json(read));
        Assert.Equal(index.Passages.Take(9).Select(passage => passage.Id), (await index.ReadPassagesAsync([.. index.Passages.Take(9).Select(passage => passage.Id), "none"], CancellationToken.None)).Select(passage => passage.Id));
        Assert.Equal(Enumerable.Range(0, index.Passages.Count), index.Passages.Select(passage => index.FindPassage(passage.Id)));
        Assert.All(index.Documents, document => Assert.Same(document, index.FindDocument(document.Document.Id)));
        Assert.Equal(index.Passages.Select(passage => passage.DocumentId), Enumerable.Range(0, index.Passages.Count).Select(number => index.DocumentOf(number).Document.Id));
        Assert.Null(index.FindDocument("none"));
        Assert.Equal(-1, index.FindPassage("none"));

        static string Json(IReadOnlyList<CorpusDocument> documents) => JsonSerializer.Serialize(documents);
    }

    [Fact]
    public void An_index_of_the_same_files_is_not_made_again()
    {
        _corpus.With("a.txt", "氢能规划。");

        Assert.True(IndexMaking.Run([_corpus.Path], _index.Path).Changed);
        Assert.False(IndexMaking.Run([_corpus.Path], _index.Path).Changed);
        Assert.True(IndexMaking.Run([_corpus.Path], _index.Path, new IndexingOptions { Force = true }).Changed);
    }

    [Fact]
    public void A_changed_added_or_renamed_file_makes_the_index_anew()
    {
        _corpus.With("a.txt", "氢能规划。");
        IndexMaking.Run([_corpus.Path], _index.Path);

        _corpus.With("a.txt", "氢能规定。");
        Assert.True(IndexMaking.Run([_corpus.Path], _index.Path).Changed);
        _corpus.With("b.txt", "补贴。");
        Assert.True(IndexMaking.Run([_corpus.Path], _index.Path).Changed);
        File.Move(Path.Combine(_corpus.Path, "b.txt"), Path.Combine(_corpus.Path, "c.txt"));
        Assert.True(IndexMaking.Run([_corpus.Path], _index.Path).Changed);
    }

    [Fact]
    public void A_missing_index_says_how_to_make_one() =>
        Assert.Contains("./run", Assert.Throws<IndexException>(() => new IndexFolder(_index.Path).Open()).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Every_changed_byte_is_named_by_its_file_and_never_ends_in_anything_but_a_sentence()
    {
        _corpus.With("a.txt", "氢能规划\n一、总则\n支持加氢站建设。");
        IndexMaking.Run([_corpus.Path], _index.Path, new IndexingOptions { Embedder = new CountingEmbedder(dimensions: 2) });
        foreach (var path in Files())
        {
            var good = File.ReadAllBytes(path);
            for (var i = 0; i < good.Length; i++)
            {
                var bad = (byte[])good.Clone();
                bad[i] ^= (byte)(1 << (i % 8));
                File.WriteAllBytes(path, bad);
                Assert.Contains(path, Assert.Throws<IndexException>(() => new IndexFolder(_index.Path).Verify()).Message, StringComparison.Ordinal);
                await UseOrExplainAsync();
            }

            File.WriteAllBytes(path, good);
        }

        await UseOrExplainAsync();
        new IndexFolder(_index.Path).Verify();
    }

    [Fact]
    public void Every_truncated_or_missing_file_is_named()
    {
        _corpus.With("a.txt", "氢能规划\n一、总则\n支持加氢站建设。");
        IndexMaking.Run([_corpus.Path], _index.Path, new IndexingOptions { Embedder = new CountingEmbedder(dimensions: 2) });
        foreach (var path in Files())
        {
            var good = File.ReadAllBytes(path);
            for (var length = 0; length < good.Length; length += 7)
            {
                File.WriteAllBytes(path, good[..length]);
                Assert.Contains(path, Assert.Throws<IndexException>(() => new IndexFolder(_index.Path).Open()).Message, StringComparison.Ordinal);
            }

            File.Delete(path);
            Assert.Contains(path, Assert.Throws<IndexException>(() => new IndexFolder(_index.Path).Open()).Message, StringComparison.Ordinal);
            File.WriteAllBytes(path, good);
        }
    }

    [Fact]
    public void A_damaged_index_is_made_anew()
    {
        _corpus.With("a.txt", "氢能规划。");
        IndexMaking.Run([_corpus.Path], _index.Path);
        foreach (var name in Files().Select(Path.GetFileName).Append("current").ToList())
        {
            var path = Directory.GetFiles(_index.Path, name!, SearchOption.AllDirectories).Single();
            var bytes = File.ReadAllBytes(path);
            bytes[bytes.Length / 2] ^= 0x80;
            File.WriteAllBytes(path, bytes);

            Assert.True(IndexMaking.Run([_corpus.Path], _index.Path).Changed);
            new IndexFolder(_index.Path).Verify();
        }
    }

    [Fact]
    public void An_index_of_the_version_before_is_recognised_and_taken_away_when_it_is_made_anew()
    {
        File.WriteAllText(Path.Combine(_index.Path, "index.jsonl"), "{}");
        Assert.Contains("older version", Assert.Throws<IndexException>(() => new IndexFolder(_index.Path).Open()).Message, StringComparison.Ordinal);

        _corpus.With("a.txt", "氢能规划。");
        Assert.True(IndexMaking.Run([_corpus.Path], _index.Path).Changed);
        Assert.False(File.Exists(Path.Combine(_index.Path, "index.jsonl")));
    }

    [Fact]
    public void An_index_of_another_form_is_recognised_and_made_anew()
    {
        _corpus.With("a.txt", "氢能规划。");
        var made = IndexMaking.Run([_corpus.Path], _index.Path);
        var generation = Directory.GetDirectories(Path.Combine(_index.Path, "generations")).Single();
        File.Delete(Path.Combine(generation, "manifest.json"));
        ManifestFile.Write(generation, made.Manifest with { Format = IndexManifest.CurrentFormat + 1 });

        Assert.Contains("not one that this version can read", Assert.Throws<IndexException>(() => new IndexFolder(_index.Path).Open()).Message, StringComparison.Ordinal);
        Assert.True(IndexMaking.Run([_corpus.Path], _index.Path).Changed);
        new IndexFolder(_index.Path).Verify();
    }

    [Fact]
    public void A_name_of_a_generation_that_is_a_path_is_refused()
    {
        File.WriteAllText(Path.Combine(_index.Path, "current"), "../elsewhere");

        Assert.Contains("names no generation", Assert.Throws<IndexException>(() => new IndexFolder(_index.Path).Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_interrupted_run_left_changes_nothing_and_is_taken_away()
    {
        _corpus.With("a.txt", "氢能规划。");
        IndexMaking.Run([_corpus.Path], _index.Path);
        var left = Directory.CreateDirectory(Path.Combine(_index.Path, "generations", "left")).FullName;
        File.WriteAllText(Path.Combine(left, "documents.bin"), "half");
        File.WriteAllText(Path.Combine(_index.Path, "current.new"), "le");

        new IndexFolder(_index.Path).Open().Dispose();
        Assert.True(IndexMaking.Run([_corpus.With("b.txt", "补贴。")], _index.Path).Changed);
        using var index = new IndexFolder(_index.Path).Open();
        Assert.Equal(2, index.Documents.Count);
        Assert.False(Directory.Exists(left));
    }

    [Fact]
    public async Task An_index_that_is_open_is_read_on_after_another_has_taken_its_place()
    {
        _corpus.With("a.txt", "氢能规划。");
        IndexMaking.Run([_corpus.Path], _index.Path);
        using var before = new IndexFolder(_index.Path).Open();
        IndexMaking.Run([_corpus.With("a.txt", "光伏规定。")], _index.Path);

        Assert.Equal(["氢能规划。"], await before.TextsAsync());
        Assert.Equal("氢能规划。", before.Passages[0].Text);
    }

    [Fact]
    public async Task An_index_closes_when_the_last_of_its_uses_has_ended()
    {
        _corpus.With("a.txt", "氢能规划。");
        IndexMaking.Run([_corpus.Path], _index.Path);
        var index = new IndexFolder(_index.Path).Open();
        var shared = new SharedIndex(index);
        var lease = shared.Lease()!;
        shared.Dispose();
        shared.Dispose();

        Assert.Equal(["氢能规划。"], await lease.Index.TextsAsync());
        lease.Dispose();
        lease.Dispose();
        Assert.Null(shared.Lease());
        Assert.Throws<ObjectDisposedException>(() => lease.Index);
        Assert.Throws<ObjectDisposedException>(() => index.Passages[0]);
    }

    [Fact]
    public async Task Searches_during_fifty_swaps_see_one_state_each_and_no_fault()
    {
        const int Swaps = 50;
        Index(0);
        using var over = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            var seen = 0;
            while (!over.IsCancellationRequested || seen == 0)
            {
                using var index = new IndexFolder(_index.Path).Open();
                var texts = (await PassageSearcher.SearchAsync(index, "加氢站", SearchFilters.None, 10)).Select(hit => hit.Passage.Text).Concat(await index.TextsAsync()).ToList();
                Assert.Equal(4, texts.Count);
                var states = texts.SelectMany(text => Regex.Matches(text, "[0-9]+").Select(match => match.Value)).Distinct();
                Assert.Single(states);
                seen++;
            }

            return seen;
        })).ToList();

        for (var swap = 1; swap <= Swaps; swap++) Index(swap);
        await over.CancelAsync();

        Assert.All(await Task.WhenAll(readers), seen => Assert.True(seen > 0));

        void Index(int state)
        {
            foreach (var file in (string[])["a.txt", "b.txt"]) _corpus.With(file, $"第{file[0]}号通知\n加氢站补贴{state}元。");
            IndexMaking.Run([_corpus.Path], _index.Path);
        }
    }

    [Fact]
    public async Task A_second_writer_is_told_who_writes()
    {
        _corpus.With("a.txt", "氢能规划。");
        await using var first = WriterLock.Take(_index.Path);

        var fault = Assert.Throws<IndexBusyException>(() => IndexMaking.Run([_corpus.Path], _index.Path));

        Assert.Contains($"process {Environment.ProcessId} ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_documents_keeps_the_index_that_is_there()
    {
        _corpus.With("a.txt", "氢能规划。");
        IndexMaking.Run([_corpus.Path], _index.Path);
        using var empty = new TemporaryFolder();

        Assert.Throws<IndexException>(() => IndexMaking.Run([empty.Path], _index.Path));
        Assert.Equal(1, new IndexFolder(_index.Path).Verify().Documents);
    }

    public void Dispose()
    {
        _corpus.Dispose();
        _index.Dispose();
    }

    /// <summary>The files of the generation.</summary>
    private string[] Files() => Directory.GetFiles(Path.Combine(_index.Path, "generations"), "*", SearchOption.AllDirectories);

    /// <summary>Uses all of the index; what is damaged is said in a sentence.</summary>
    private async Task UseOrExplainAsync()
    {
        try
        {
            using var index = new IndexFolder(_index.Path).Open(new CountingEmbedder(dimensions: 2));
            await index.TextsAsync();
            foreach (var document in index.Documents) await index.ReadSectionsAsync(document, CancellationToken.None);
            foreach (var passage in index.Passages) index.FindPassage(passage.Id);
            index.SearchDense([1f, 1f], null, new ScoredPassage[3]);
            await PassageSearcher.SearchAsync(index, "加氢站", SearchFilters.None, 10);
        }
        catch (IndexException fault)
        {
            Assert.Contains(_index.Path, fault.Message, StringComparison.Ordinal);
        }
    }
}
