using H2Ask.Core.Corpus;
using H2Ask.Core.Index;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Index;

public sealed class IndexFileTests : IDisposable
{
    private readonly TemporaryFolder _corpus = new();
    private readonly TemporaryFolder _index = new();

    [Fact]
    public void What_is_written_is_read_again()
    {
        var documents = new CorpusReader().Read(_corpus.With("a.txt", "氢能规划\n支持\u00A0加氢站建设。\"引号\"与𠮷。")).Documents;
        Indexer.Run([_corpus.Path], _index.Path);

        var index = IndexFile.Open(_index.Path);

        Assert.Equal(documents.Select(document => document.Text), index.Documents.Select(document => document.Text));
        Assert.Equal(documents[0].Passages.Select(passage => passage.Text), index.Passages.Select(passage => passage.Text));
        Assert.Equal(documents[0].Document.Title, index.FindDocument(documents[0].Document.Id)?.Document.Title);
    }

    [Fact]
    public void An_index_of_the_same_files_is_not_made_again()
    {
        _corpus.With("a.txt", "氢能规划。");

        Assert.True(Indexer.Run([_corpus.Path], _index.Path).Changed);
        Assert.False(Indexer.Run([_corpus.Path], _index.Path).Changed);
        Assert.True(Indexer.Run([_corpus.Path], _index.Path, force: true).Changed);
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
        Assert.Contains("./run", Assert.Throws<IndexException>(() => IndexFile.Open(_index.Path)).Message, StringComparison.Ordinal);

    [Fact]
    public void Any_changed_or_missing_byte_is_noticed()
    {
        _corpus.With("a.txt", "氢能规划。");
        Indexer.Run([_corpus.Path], _index.Path);
        var path = IndexFile.PathIn(_index.Path);
        var good = File.ReadAllBytes(path);
        for (var i = 0; i < good.Length; i++)
        {
            var bad = (byte[])good.Clone();
            bad[i] ^= 1;
            File.WriteAllBytes(path, bad);
            Assert.Contains("damaged", Assert.Throws<IndexException>(() => IndexFile.Open(_index.Path)).Message, StringComparison.Ordinal);
            File.WriteAllBytes(path, good[..i]);
            Assert.Throws<IndexException>(() => IndexFile.Open(_index.Path));
        }
    }

    [Fact]
    public void A_damaged_index_is_made_anew()
    {
        _corpus.With("a.txt", "氢能规划。");
        Indexer.Run([_corpus.Path], _index.Path);
        var bytes = File.ReadAllBytes(IndexFile.PathIn(_index.Path));
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(IndexFile.PathIn(_index.Path), bytes);

        Assert.True(Indexer.Run([_corpus.Path], _index.Path).Changed);
        Assert.Single(IndexFile.Open(_index.Path).Documents);
    }

    [Fact]
    public void What_an_interrupted_run_left_changes_nothing()
    {
        _corpus.With("a.txt", "氢能规划。");
        Indexer.Run([_corpus.Path], _index.Path);
        File.WriteAllText(IndexFile.PathIn(_index.Path) + ".new", "half a line");

        Assert.Single(IndexFile.Open(_index.Path).Documents);
        Assert.True(Indexer.Run([_corpus.With("b.txt", "补贴。")], _index.Path).Changed);
        Assert.Equal(2, IndexFile.Open(_index.Path).Documents.Count);
    }

    [Fact]
    public void A_second_writer_is_told_so()
    {
        _corpus.With("a.txt", "氢能规划。");
        using var first = new FileStream(Path.Combine(_index.Path, "index.lock"), FileMode.Create, FileAccess.Write, FileShare.None);

        var fault = Assert.Throws<IndexException>(() => Indexer.Run([_corpus.Path], _index.Path));

        Assert.Contains("Another process", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_documents_keeps_the_index_that_is_there()
    {
        _corpus.With("a.txt", "氢能规划。");
        Indexer.Run([_corpus.Path], _index.Path);
        using var empty = new TemporaryFolder();

        Assert.Throws<IndexException>(() => Indexer.Run([empty.Path], _index.Path));
        Assert.Single(IndexFile.Open(_index.Path).Documents);
    }

    public void Dispose()
    {
        _corpus.Dispose();
        _index.Dispose();
    }
}
