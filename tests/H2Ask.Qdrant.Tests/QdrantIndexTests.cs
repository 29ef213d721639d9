using H2Ask.Core.Corpus;
using H2Ask.Core.Index;
using H2Ask.Tests;

namespace H2Ask.Qdrant.Tests;

[Collection(QdrantServerCollection.Name)]
public sealed class QdrantIndexTests(QdrantServerFixture server)
{
    private static readonly string[] Questions = ["加氢站补贴多少钱？", "光伏电量谁收购", "储能装机到2025年", "市财政局 市住建局", "氢", "氢氢氢 氢能 氢能", "x", "？？？", "kW·h 3.5"];

    private static readonly SearchFilters[] Filters =
    [
        SearchFilters.None,
        new() { Regions = ["甲"] },
        new() { Regions = ["无此地"] },
        new() { Files = ["b.txt", "c.txt"] },
        new() { Kinds = ["规划", "条例"] },
        new() { Years = [2021, 2022], Kinds = ["规划"] },
        new() { Issuers = ["人民政府"] },
    ];

    [Fact]
    public async Task What_is_written_is_read_again()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.With("a.txt", "氢能规划\n支持\u00A0加氢站建设。\"引号\"与𠮷。");
        place.Corpus.With("b.txt", SmallDocuments.Hydrogen);
        var documents = new CorpusReader().Read(place.Corpus.Path).Documents;
        await place.RunAsync();

        using var index = await place.OpenAsync();

        Assert.Equal(documents.Select(document => document.Text), await index.TextsAsync());
        Assert.Equivalent(documents.Select(document => document.Document with { Sections = [] }), index.Documents.Select(document => document.Document), strict: true);
        foreach (var (written, read) in documents.Zip(index.Documents))
        {
            Assert.Equal(written.Document.Sections, await index.ReadSectionsAsync(read, CancellationToken.None));
            var passages = await index.ReadPassagesAsync(Enumerable.Range(read.FirstPassage, read.Passages).ToArray(), CancellationToken.None);
            Assert.Equivalent(written.Passages, passages, strict: true);
            Assert.Equivalent(written.Passages, await index.ReadPassagesAsync([.. written.Passages.Select(passage => passage.Id), "none"], CancellationToken.None), strict: true);
            Assert.All(Enumerable.Range(read.FirstPassage, read.Passages), number => Assert.Same(read, index.DocumentOf(number)));
            Assert.Same(read, index.FindDocument(written.Document.Id));
        }

        Assert.Null(index.FindDocument("none"));
        Assert.Equal(index.Manifest.Passages, (await place.Store().VerifyAsync(CancellationToken.None)).Passages);
    }

    [Fact]
    public async Task A_search_finds_what_the_embedded_index_finds_with_the_same_scores()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        using var folder = new TemporaryFolder();
        var embedder = new LetterEmbedder();
        IndexMaking.Run([place.Corpus.Path], folder.Path, new IndexingOptions { Embedder = embedder });
        await place.RunAsync(embedder);
        using var embedded = new IndexFolder(folder.Path).Open(embedder);
        using var index = await place.OpenAsync(embedder);

        foreach (var question in Questions)
        {
            foreach (var filters in Filters)
            {
                Assert.Equal(
                    await embedded.SearchWordsAsync(question, filters, 20, CancellationToken.None),
                    await index.SearchWordsAsync(question, filters, 20, CancellationToken.None));
                AssertSame(
                    await embedded.SearchAsync(question, filters, 20, CancellationToken.None),
                    await index.SearchAsync(question, filters, 20, CancellationToken.None));
            }
        }
    }

    [Fact]
    public async Task A_term_weighs_what_it_weighs_in_the_embedded_index()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        using var folder = new TemporaryFolder();
        IndexMaking.Run([place.Corpus.Path], folder.Path);
        await place.RunAsync();
        using var embedded = new IndexFolder(folder.Path).Open();
        using var index = await place.OpenAsync();

        foreach (var (term, _) in QuestionTerms.Of(string.Concat(Questions), LexicalWeights.Default)) Assert.Equal(embedded.Weight(term), index.Weight(term));
    }

    [Fact]
    public async Task A_search_takes_two_requests_and_its_passages_none()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        var embedder = new LetterEmbedder();
        await place.RunAsync(embedder);
        using var index = await place.OpenAsync(embedder);
        place.Proxy.Forget();

        var found = await index.SearchAsync("加氢站补贴", SearchFilters.None, 10, CancellationToken.None);
        await index.ReadPassagesAsync(found.Numbers, CancellationToken.None);

        Assert.Equal([$"/points/query", "/points/query/batch"], place.Proxy.Requests.Select(request => request.Path[request.Path.IndexOf("/points", StringComparison.Ordinal)..]));
    }

    [Fact]
    public async Task Opening_reads_no_passage()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        await place.RunAsync(new LetterEmbedder());
        place.Proxy.Forget();
        place.Proxy.After = (_, request) => request.Path.EndsWith("/scroll", StringComparison.Ordinal) || request.Path.EndsWith("/query", StringComparison.Ordinal);

        using var index = await place.OpenAsync(new LetterEmbedder());

        Assert.Equal(3, index.Documents.Count);
    }

    [Fact]
    public async Task Without_a_model_the_search_goes_by_words()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        await place.RunAsync();

        using var index = await place.OpenAsync(embedder: null);

        Assert.Null(index.Embedder);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await index.SearchAsync("加氢站", SearchFilters.None, 5, CancellationToken.None));
        var found = await index.SearchWordsAsync("加氢站", SearchFilters.None, 1, CancellationToken.None);
        Assert.Contains("加氢站", (await index.ReadPassagesAsync(found.Select(hit => hit.Passage).ToArray(), CancellationToken.None))[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_search_at_once()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        var embedder = new LetterEmbedder();
        await place.RunAsync(embedder);
        using var index = await place.OpenAsync(embedder);
        var alone = await index.SearchAsync(Questions[0], SearchFilters.None, 10, CancellationToken.None);

        var together = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => index.SearchAsync(Questions[0], SearchFilters.None, 10, CancellationToken.None).AsTask()));

        Assert.All(together, found => AssertSame(alone, found));
    }

    private static void AssertSame(FoundPassages expected, FoundPassages found)
    {
        Assert.Equal(expected.ByWords, found.ByWords);
        Assert.Equal(expected.Numbers, found.Numbers);
        Assert.Equal(expected.Fields, found.Fields);
        foreach (var (one, other) in expected.Sentence.Zip(found.Sentence)) Assert.Equal(one, other, 1e-5f);
        foreach (var (one, other) in expected.Whole.Zip(found.Whole)) Assert.Equal(one, other, 1e-5f);
    }
}
