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
    public void What_is_written_is_read_again()
    {
        var documents = new CorpusReader().Read(_corpus.With("a.txt", "氢能规划\n支持\u00A0加氢站建设。\"引号\"与𠮷。")).Documents;
        Indexer.Run([_corpus.Path], _index.Path);

        using var index = IndexFolder.Open(_index.Path);

        Assert.Equal(documents.Select(document => document.Text), index.Documents.Select(document => document.Text));
        Assert.Equal(documents[0].Passages.Select(passage => passage.Text), index.Passages.Select(passage => passage.Text));
        Assert.Equal(documents[0].Document.Title, index.FindDocument(documents[0].Document.Id)?.Document.Title);
    }

    [Fact]
    public void The_corpus_that_ships_is_read_again_as_it_was_written()
    {
        var documents = new CorpusReader().Read(Repository.Seeds).Documents;
        Indexer.Run([Repository.Seeds], _index.Path);
        using var index = IndexFolder.Open(_index.Path);

        Assert.Equal(Json(documents), Json([.. index.Documents.Select(found => new CorpusDocument(found.Document with { Sections = found.Sections }, found.Text, [.. found.Passages]))]));
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

        Assert.True(Indexer.Run([_corpus.Path], _index.Path).Changed);
        Assert.False(Indexer.Run([_corpus.Path], _index.Path).Changed);
        Assert.True(Indexer.Run([_corpus.Path], _index.Path, new IndexingOptions { Force = true }).Changed);
    }

    [Fact]
    public void A_changed_added_or_renamed_file_makes_the_index_anew()
    {
        _corpus.With("a.txt", "氢能规划。");
        Indexer.Run([_corpus.Path], _index.Path);

        _corpus.With("a.txt", "氢能规定。");
        Assert.True(Indexer.Run([_corpus.Path], _index.Path).Changed);
        _corpus.With("b.txt", "补贴。");
        Assert.True(Indexer.Run([_corpus.Path], _index.Path).Changed);
        File.Move(Path.Combine(_corpus.Path, "b.txt"), Path.Combine(_corpus.Path, "c.txt"));
        Assert.True(Indexer.Run([_corpus.Path], _index.Path).Changed);
    }

    [Fact]
    public void A_missing_index_says_how_to_make_one() =>
        Assert.Contains("./run", Assert.Throws<IndexException>(() => IndexFolder.Open(_index.Path)).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_changed_byte_is_named_by_its_file_and_never_ends_in_anything_but_a_sentence()
    {
        _corpus.With("a.txt", "氢能规划\n一、总则\n支持加氢站建设。");
        Indexer.Run([_corpus.Path], _index.Path, new IndexingOptions { Embedder = new CountingEmbedder(dimensions: 2) });
        foreach (var path in Files())
        {
            var good = File.ReadAllBytes(path);
            for (var i = 0; i < good.Length; i++)
            {
                var bad = (byte[])good.Clone();
                bad[i] ^= (byte)(1 << (i % 8));
                File.WriteAllBytes(path, bad);
                Assert.Contains(path, Assert.Throws<IndexException>(() => IndexFolder.Verify(_index.Path)).Message, StringComparison.Ordinal);
                UseOrExplain();
            }

            File.WriteAllBytes(path, good);
        }

        UseOrExplain();
        IndexFolder.Verify(_index.Path);
    }

    [Fact]
    public void Every_truncated_or_missing_file_is_named()
    {
        _corpus.With("a.txt", "氢能规划\n一、总则\n支持加氢站建设。");
        Indexer.Run([_corpus.Path], _index.Path, new IndexingOptions { Embedder = new CountingEmbedder(dimensions: 2) });
        foreach (var path in Files())
        {
            var good = File.ReadAllBytes(path);
            for (var length = 0; length < good.Length; length += 7)
            {
                File.WriteAllBytes(path, good[..length]);
                Assert.Contains(path, Assert.Throws<IndexException>(() => IndexFolder.Open(_index.Path)).Message, StringComparison.Ordinal);
            }

            File.Delete(path);
            Assert.Contains(path, Assert.Throws<IndexException>(() => IndexFolder.Open(_index.Path)).Message, StringComparison.Ordinal);
            File.WriteAllBytes(path, good);
        }
    }

    [Fact]
    public void A_damaged_index_is_made_anew()
    {
        _corpus.With("a.txt", "氢能规划。");
        Indexer.Run([_corpus.Path], _index.Path);
        foreach (var name in Files().Select(Path.GetFileName).Append("current").ToList())
        {
            var path = Directory.GetFiles(_index.Path, name!, SearchOption.AllDirectories).Single();
            var bytes = File.ReadAllBytes(path);
            bytes[bytes.Length / 2] ^= 0x80;
            File.WriteAllBytes(path, bytes);

            Assert.True(Indexer.Run([_corpus.Path], _index.Path).Changed);
            IndexFolder.Verify(_index.Path);
        }
    }

    [Fact]
    public void An_index_of_the_version_before_is_recognised_and_taken_away_when_it_is_made_anew()
    {
        File.WriteAllText(Path.Combine(_index.Path, "index.jsonl"), "{}");
        Assert.Contains("older version", Assert.Throws<IndexException>(() => IndexFolder.Open(_index.Path)).Message, StringComparison.Ordinal);

        _corpus.With("a.txt", "氢能规划。");
        Assert.True(Indexer.Run([_corpus.Path], _index.Path).Changed);
        Assert.False(File.Exists(Path.Combine(_index.Path, "index.jsonl")));
    }

    [Fact]
    public void An_index_of_another_form_is_recognised_and_made_anew()
    {
        _corpus.With("a.txt", "氢能规划。");
        var made = Indexer.Run([_corpus.Path], _index.Path);
        var generation = Directory.GetDirectories(Path.Combine(_index.Path, "generations")).Single();
        File.Delete(Path.Combine(generation, "manifest.json"));
        ManifestFile.Write(generation, made.Manifest with { Format = IndexManifest.CurrentFormat + 1 });

        Assert.Contains("not one that this version can read", Assert.Throws<IndexException>(() => IndexFolder.Open(_index.Path)).Message, StringComparison.Ordinal);
        Assert.True(Indexer.Run([_corpus.Path], _index.Path).Changed);
        IndexFolder.Verify(_index.Path);
    }

    [Fact]
    public void A_name_of_a_generation_that_is_a_path_is_refused()
    {
        File.WriteAllText(Path.Combine(_index.Path, "current"), "../elsewhere");

        Assert.Contains("names no generation", Assert.Throws<IndexException>(() => IndexFolder.Open(_index.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_interrupted_run_left_changes_nothing_and_is_taken_away()
    {
        _corpus.With("a.txt", "氢能规划。");
        Indexer.Run([_corpus.Path], _index.Path);
        var left = Directory.CreateDirectory(Path.Combine(_index.Path, "generations", "left")).FullName;
        File.WriteAllText(Path.Combine(left, "documents.bin"), "half");
        File.WriteAllText(Path.Combine(_index.Path, "current.new"), "le");

        IndexFolder.Open(_index.Path).Dispose();
        Assert.True(Indexer.Run([_corpus.With("b.txt", "补贴。")], _index.Path).Changed);
        using var index = IndexFolder.Open(_index.Path);
        Assert.Equal(2, index.Documents.Count);
        Assert.False(Directory.Exists(left));
    }

    [Fact]
    public void An_index_that_is_open_is_read_on_after_another_has_taken_its_place()
    {
        _corpus.With("a.txt", "氢能规划。");
        Indexer.Run([_corpus.Path], _index.Path);
        using var before = IndexFolder.Open(_index.Path);
        Indexer.Run([_corpus.With("a.txt", "光伏规定。")], _index.Path);

        Assert.Equal("氢能规划。", before.Documents[0].Text);
        Assert.Equal("氢能规划。", before.Passages[0].Text);
    }

    [Fact]
    public void An_index_closes_when_the_last_of_its_uses_has_ended()
    {
        _corpus.With("a.txt", "氢能规划。");
        Indexer.Run([_corpus.Path], _index.Path);
        var index = IndexFolder.Open(_index.Path);
        var lease = index.Lease()!;
        index.Dispose();
        index.Dispose();

        Assert.Equal("氢能规划。", lease.Index.Documents[0].Text);
        lease.Dispose();
        lease.Dispose();
        Assert.Null(index.Lease());
        Assert.Throws<ObjectDisposedException>(() => index.Passages[0]);
    }

    [Fact]
    public async Task Searches_during_fifty_swaps_see_one_state_each_and_no_fault()
    {
        const int Swaps = 50;
        Index(0);
        using var over = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            var seen = 0;
            while (!over.IsCancellationRequested || seen == 0)
            {
                using var index = IndexFolder.Open(_index.Path);
                var texts = PassageSearcher.Search(index, "加氢站", SearchFilters.None, 10).Select(hit => hit.Document.Text.Trim() + hit.Passage.Text).ToList();
                Assert.Equal(2, texts.Count);
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
            Indexer.Run([_corpus.Path], _index.Path);
        }
    }

    [Fact]
    public void A_second_writer_is_told_who_writes()
    {
        _corpus.With("a.txt", "氢能规划。");
        using var first = WriterLock.Take(_index.Path);

        var fault = Assert.Throws<IndexException>(() => Indexer.Run([_corpus.Path], _index.Path));

        Assert.Contains($"process {Environment.ProcessId} ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_documents_keeps_the_index_that_is_there()
    {
        _corpus.With("a.txt", "氢能规划。");
        Indexer.Run([_corpus.Path], _index.Path);
        using var empty = new TemporaryFolder();

        Assert.Throws<IndexException>(() => Indexer.Run([empty.Path], _index.Path));
        Assert.Equal(1, IndexFolder.Verify(_index.Path).Documents);
    }

    public void Dispose()
    {
        _corpus.Dispose();
        _index.Dispose();
    }

    /// <summary>The files of the generation.</summary>
    private string[] Files() => Directory.GetFiles(Path.Combine(_index.Path, "generations"), "*", SearchOption.AllDirectories);

    /// <summary>Uses all of the index; what is damaged is said in a sentence.</summary>
    private void UseOrExplain()
    {
        try
        {
            using var index = IndexFolder.Open(_index.Path, new CountingEmbedder(dimensions: 2));
            foreach (var document in index.Documents) _ = (document.Text, document.Sections, document.Passages.ToList());
            foreach (var passage in index.Passages) index.FindPassage(passage.Id);
            index.SearchDense([1f, 1f], null, new ScoredPassage[3]);
            PassageSearcher.Search(index, "加氢站", SearchFilters.None, 10);
        }
        catch (IndexException fault)
        {
            Assert.Contains(_index.Path, fault.Message, StringComparison.Ordinal);
        }
    }
}
