namespace H2Ask.Core.Tests.Answering.Extractive;

[Collection(SmallCorpusCollection.Name)]
public sealed class RefusalTests(SmallCorpus corpus)
{
    [Theory]
    [InlineData("太原市加氢站建设补贴最高多少？", "资料中没有太原的相关内容，最接近的是《", true)]
    [InlineData("太原市加氢站建设补贴最高多少？", "资料中没有太原的相关内容，最接近的是《", false)]
    [InlineData("济南市2035年加氢站要建成多少座？", "资料中没有2035年的相关内容，最接近的是《", true)]
    [InlineData("《济南市氢能安全条例》对加氢站有什么规定？", "资料中没有《济南市氢能安全条例》，最接近的是《", true)]
    [InlineData("鲁政发〔2019〕88号对加氢站补贴有什么规定？", "资料中没有〔2019〕88号，最接近的是《", true)]
    [InlineData("番茄炒蛋怎么做？", "资料中没有说明这一点，最接近的是《", true)]
    [InlineData("番茄炒蛋怎么做？", "资料中没有找到能回答这个问题的内容。", false)]
    [InlineData("Does 太原 subsidise 加氢站 construction, how much at most?", "The documents say nothing about 太原 here; the nearest is 《", true)]
    [InlineData("tomato", "The documents do not say this; the nearest is 《", true)]
    [InlineData("What is the best football team in the world?", "The documents do not answer this question.", false)]
    [InlineData("！？🙂", "资料中没有找到能回答这个问题的内容。", true)]
    public async Task A_refusal_says_what_is_not_there_and_what_is_in_the_language_of_the_question(string question, string sentence, bool byMeaning)
    {
        var answer = await corpus.AskAsync(question, byMeaning);

        Assert.False(answer.Answered);
        Assert.Empty(answer.Statements);
        Assert.Empty(answer.Citations);
        if (sentence[^1] == '《')
        {
            Assert.StartsWith(sentence, answer.Text, StringComparison.Ordinal);
            Assert.Contains($"《{answer.Hits[0].Document.Document.Title}》", answer.Text, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(sentence, answer.Text);
            Assert.Empty(answer.Hits);
        }
    }
}
