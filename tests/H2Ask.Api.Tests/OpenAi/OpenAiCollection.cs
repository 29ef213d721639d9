namespace H2Ask.Api.Tests.OpenAi;

/// <summary>The tests that let OpenAI's clients loose on one service.</summary>
[CollectionDefinition(Name)]
public sealed class OpenAiCollection : ICollectionFixture<OpenAiFixture>
{
    public const string Name = "OpenAI's clients";
}
