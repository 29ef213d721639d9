namespace H2Ask.Core.Tests.Answering.Extractive;

/// <summary>The tests that share the small corpus.</summary>
[CollectionDefinition(Name)]
public sealed class SmallCorpusCollection : ICollectionFixture<SmallCorpus>
{
    public const string Name = "small corpus";
}
