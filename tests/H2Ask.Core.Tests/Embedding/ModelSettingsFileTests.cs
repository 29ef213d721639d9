using H2Ask.Core.Embedding;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Embedding;

public sealed class ModelSettingsFileTests
{
    [Fact]
    public void All_members_are_read()
    {
        var settings = Read("""
            {"pooling": "cls", "normalise": false, "maximumTokens": 512, "queryPrefix": "query: ", "passagePrefix": "passage: ", "dimensions": 384}
            """);

        Assert.Equal(
            new ModelSettings { Pooling = Pooling.Cls, Normalise = false, MaximumTokens = 512, QueryPrefix = "query: ", PassagePrefix = "passage: ", Dimensions = 384 },
            settings);
    }

    [Fact]
    public void What_is_not_said_is_normalised_and_without_prefixes() =>
        Assert.Equal(
            new ModelSettings { Pooling = Pooling.Mean, Normalise = true, MaximumTokens = 8192, QueryPrefix = "", PassagePrefix = "", Dimensions = 1024 },
            Read("""{"pooling": "mean", "maximumTokens": 8192, "dimensions": 1024}"""));

    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("{", "not valid JSON")]
    [InlineData("[]", "one JSON object")]
    [InlineData("""{"maximumTokens": 8, "dimensions": 8}""", "\"pooling\" is missing")]
    [InlineData("""{"pooling": "mean", "dimensions": 8}""", "\"maximumTokens\" is missing")]
    [InlineData("""{"pooling": "mean", "maximumTokens": 8}""", "\"dimensions\" is missing")]
    [InlineData("""{"pooling": "max", "maximumTokens": 8, "dimensions": 8}""", "\"pooling\" must be")]
    [InlineData("""{"pooling": 1, "maximumTokens": 8, "dimensions": 8}""", "\"pooling\" must be")]
    [InlineData("""{"pooling": "mean", "maximumTokens": 3, "dimensions": 8}""", "\"maximumTokens\" must be a whole number from 4")]
    [InlineData("""{"pooling": "mean", "maximumTokens": 65537, "dimensions": 8}""", "\"maximumTokens\" must be")]
    [InlineData("""{"pooling": "mean", "maximumTokens": 1e99, "dimensions": 8}""", "\"maximumTokens\" must be")]
    [InlineData("""{"pooling": "mean", "maximumTokens": "512", "dimensions": 8}""", "\"maximumTokens\" must be")]
    [InlineData("""{"pooling": "mean", "maximumTokens": 8, "dimensions": -8}""", "\"dimensions\" must be")]
    [InlineData("""{"pooling": "mean", "maximumTokens": 8, "dimensions": 2000000000}""", "\"dimensions\" must be")]
    [InlineData("""{"pooling": "mean", "maximumTokens": 8, "dimensions": 8, "normalise": "yes"}""", "\"normalise\" must be")]
    [InlineData("""{"pooling": "mean", "maximumTokens": 8, "dimensions": 8, "queryPrefix": null}""", "\"queryPrefix\" must be")]
    [InlineData("""{"pooling": "mean", "maximumTokens": 8, "dimensions": 8, "normalize": true}""", "no member \"normalize\"")]
    [InlineData("""{"pooling": "\ud800", "maximumTokens": 8, "dimensions": 8}""", "no valid text")]
    [InlineData("""{"pooling": "mean", "maximumTokens": 8, "dimensions": 8, "queryPrefix": "\udc00"}""", "no valid text")]
    [InlineData("""{"pooling": "mean", "maximumTokens": 8, "dimensions": 8, "\ud800": 1}""", "valid")]
    [InlineData("""{"pooling": "mean", "pooling": "cls", "maximumTokens": 8, "dimensions": 8}""", "pooling")]
    public void A_file_that_can_not_be_meant_is_refused_with_what_is_wrong(string json, string part)
    {
        var fault = Assert.Throws<ModelException>(() => Read(json));

        Assert.Contains("h2ask.json", fault.Message, StringComparison.Ordinal);
        Assert.Contains(part, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_does_no_harm() =>
        Assert.Equal(8, Read("\uFEFF" + """{"pooling": "mean", "maximumTokens": 8, "dimensions": 8}""").Dimensions);

    [Fact]
    public void A_prefix_of_a_whole_book_is_refused()
    {
        var fault = Assert.Throws<ModelException>(() => Read($$"""{"pooling": "mean", "maximumTokens": 8, "dimensions": 8, "queryPrefix": "{{new string('a', 1001)}}"}"""));

        Assert.Contains("\"queryPrefix\" must be", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_megabytes_is_not_read()
    {
        var fault = Assert.Throws<ModelException>(() => Read(new string(' ', (1 << 20) + 1)));

        Assert.Contains("larger than 1 MiB", fault.Message, StringComparison.Ordinal);
    }

    private static ModelSettings Read(string json)
    {
        using var folder = new TemporaryFolder();
        return ModelSettingsFile.Read(Path.Combine(folder.With("h2ask.json", json), "h2ask.json"));
    }
}
