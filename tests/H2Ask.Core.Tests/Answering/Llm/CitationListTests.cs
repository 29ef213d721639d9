using H2Ask.Core.Answering.Checking;
using H2Ask.Core.Answering.Llm;
using H2Ask.Core.Corpus;
using H2Ask.Core.Retrieval;
using H2Ask.Core.Tests.Index;
using H2Ask.Core.Text;

namespace H2Ask.Core.Tests.Answering.Llm;

public sealed class CitationListTests(SeedsIndex corpus) : IClassFixture<SeedsIndex>
{
    [Fact]
    public async Task The_same_words_in_twins_are_one_citation()
    {
        var passages = corpus.Index.Passages.ToDictionary(passage => passage.Id);
        var passage = passages.Values.First(passage => passage.Twins.Any(twin => passages[twin].Text == passage.Text));
        var twin = passages[passage.Twins.First(twin => passages[twin].Text == passage.Text)];
        var citations = new CitationList(corpus.Index);

        Assert.Equal(1, await citations.CiteAsync(ProofOf(passage, 0), CancellationToken.None));
        Assert.Equal(1, await citations.CiteAsync(ProofOf(twin, 0), CancellationToken.None));
        Assert.Equal(2, await citations.CiteAsync(ProofOf(twin, 1), CancellationToken.None));

        Assert.Contains(twin.Id, citations.All[0].Twins.Select(other => other.Passage.Id));
    }

    private Proof ProofOf(Passage passage, int start) =>
        new(new SearchHit(passage, corpus.Index.FindDocument(passage.DocumentId)!, 1), new TextSpan(start, passage.Text.Length));
}
