using System.Globalization;
using System.Text.RegularExpressions;
using H2Ask.Core.Answering.Checking;
using H2Ask.Core.Retrieval;
using H2Ask.Core.Tests.Index;
using H2Ask.Core.Text;
using Xunit.Abstractions;

namespace H2Ask.Core.Tests.Answering.Checking;

/// <summary>The sentences of every twentieth passage of the corpus as statements: as they are, and with a figure changed.</summary>
public sealed partial class CheckingCorpusTests(SeedsIndex corpus, ITestOutputHelper output) : IClassFixture<SeedsIndex>
{
    [Fact]
    public void Sentences_prove_themselves_and_with_another_figure_they_do_not()
    {
        var (asTheyAre, proved, changed, refused) = (0, 0, 0, 0);
        for (var number = 0; number < corpus.Index.Passages.Count; number += 20)
        {
            var hit = new SearchHit(corpus.Index.Passages[number], corpus.Index.DocumentOf(number), 1);
            var check = new StatementCheck([hit], string.Empty, corpus.Index.Weight);
            foreach (var span in Sentences.In(hit.Passage.Text))
            {
                var sentence = span.Of(hit.Passage.Text).ToString();
                if (sentence.Count(Characters.IsHan) is < 12 or > 120) continue;
                asTheyAre++;
                if (check.Prove(sentence, [1]).Count > 0) proved++;
                else output.WriteLine($"not proved: {sentence}");
                var other = Figure().Replace(sentence, match => (int.Parse(match.Value, CultureInfo.InvariantCulture) + 7).ToString(CultureInfo.InvariantCulture), 1);
                if (other == sentence) continue;
                changed++;
                if (check.Prove(other, [1]).Count == 0) refused++;
                else output.WriteLine($"proved: {other}");
            }
        }

        output.WriteLine($"{proved} of {asTheyAre} sentences prove themselves; {refused} of {changed} with another figure have no proof");
        Assert.InRange((double)proved / asTheyAre, 0.9, 1);
        Assert.InRange((double)refused / changed, 0.95, 1);
    }

    [GeneratedRegex(@"(?<![\dA-Za-z.,/\-])[1-9][0-9]{1,5}(?=[万亿年月日%个家座辆元吨])")]
    private static partial Regex Figure();
}
