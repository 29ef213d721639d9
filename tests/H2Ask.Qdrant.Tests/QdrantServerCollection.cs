namespace H2Ask.Qdrant.Tests;

/// <summary>The tests that ask one server, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class QdrantServerCollection : ICollectionFixture<QdrantServerFixture>
{
    public const string Name = "Qdrant";
}
