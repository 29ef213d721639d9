using FsCheck;
using FsCheck.Fluent;
using H2Ask.Core.Corpus;
using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Retrieval;

public sealed class PassageEvidenceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly EmbeddedIndex _index;

    public PassageEvidenceTests()
    {
        using var corpus = new TemporaryFolder();
        IndexMaking.Run([corpus.With("a.txt", "加氢站管理办法\n第一条 加氢站由住建局负责。")], _folder.Path);
        _index = new IndexFolder(_folder.Path).Open();
    }

    [Fact]
    public void The_longest_run_is_the_longest_that_question_and_passage_share() => Prop.ForAll(
        Words(30),
        Words(200),
        (question, text) => Evidence(question, text).Run == Enumerable.Range(0, question.Length)
            .SelectMany(start => Enumerable.Range(start, question.Length - start + 1).Select(end => question[start..end]))
            .Where(run => text.Contains(run, StringComparison.Ordinal))
            .Max(run => run.Length)).QuickCheckThrowOnFailure();

    [Fact]
    public void The_terms_of_the_best_sentence_are_among_those_of_the_passage()
    {
        var evidence = Evidence("加氢站由谁负责", "加氢站由住建局负责。其他另行规定。");

        Assert.NotEqual(0UL, evidence.SentenceTerms);
        Assert.Equal(evidence.SentenceTerms, evidence.SentenceTerms & evidence.Terms);
        Assert.Equal(0UL, Evidence("加氢站由谁负责", "光伏发电。").Terms);
    }

    public void Dispose()
    {
        _index.Dispose();
        _folder.Dispose();
    }

    /// <summary>Few letters, so that runs are long.</summary>
    private static Arbitrary<string> Words(int most) => Gen.Elements('加', '氢', '站', '，').ListOf().Where(letters => letters.Count is > 0 && letters.Count <= most).Select(string.Concat).ToArbitrary();

    private PassageEvidence Evidence(string question, string text) =>
        PassageEvidence.Of(new TermCoverage(_index, question), question, new Passage { Id = "1", DocumentId = "1", Start = 0, End = text.Length, Section = [], Text = text, SearchText = text });
}
