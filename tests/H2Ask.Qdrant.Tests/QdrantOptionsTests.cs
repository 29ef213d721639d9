namespace H2Ask.Qdrant.Tests;

public sealed class QdrantOptionsTests
{
    [Fact]
    public void The_usual_settings_are_right() => Assert.Empty(new QdrantOptions().Faults());

    [Theory]
    [InlineData("ftp://server", "h2ask", "", "Qdrant:Url")]
    [InlineData("http://user:secret@server", "h2ask", "", "Qdrant:Url")]
    [InlineData("http://server:6333", "../h2ask", "", "Qdrant:Collection")]
    [InlineData("http://server:6333", "h2ask", "a secret", "Qdrant:ApiKey")]
    public void A_wrong_setting_is_named_without_its_secret(string url, string collection, string key, string named)
    {
        var fault = Assert.Single(new QdrantOptions { Url = url, Collection = collection, ApiKey = key }.Faults());

        Assert.Contains(named, fault, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void The_kind_of_index_is_chosen_by_one_setting()
    {
        Assert.IsType<QdrantStore>(IndexStores.Make("qdrant", "folder", new QdrantOptions()));
        Assert.Equal("folder", IndexStores.Make("embedded", "folder", new QdrantOptions { Url = "of no matter here" }).Place);
        Assert.Contains("Index:Kind", Assert.Throws<ArgumentException>(() => IndexStores.Make("other", "folder", new QdrantOptions())).Message, StringComparison.Ordinal);
    }
}
