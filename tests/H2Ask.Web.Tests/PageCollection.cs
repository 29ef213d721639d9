namespace H2Ask.Web.Tests;

/// <summary>The tests that share a service and a browser, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class PageCollection : ICollectionFixture<PageFixture>
{
    public const string Name = "page";
}
