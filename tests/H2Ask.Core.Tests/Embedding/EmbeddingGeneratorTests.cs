using H2Ask.Core.Embedding;
using Microsoft.Extensions.AI;

namespace H2Ask.Core.Tests.Embedding;

/// <summary>The model behind the interface that programs share.</summary>
public sealed class EmbeddingGeneratorTests : IDisposable
{
    private readonly ModelCopy _copy = new("bert");
    private readonly EmbeddingModel _model;

    public EmbeddingGeneratorTests() => _model = _copy.With("passagePrefix", "文").Load();

    [Fact]
    public async Task It_embeds_passages_in_their_order_and_counts_their_tokens()
    {
        var generated = await _model.GenerateAsync(["氢", "能能能"]);

        Assert.Equal(2, generated.Count);
        Assert.Equal(_model.EmbedPassages(["能能能"]).Vectors[0], generated[1].Vector.ToArray(), (one, other) => Math.Abs(one - other) < 1e-5);
        Assert.Equal(_model.Name, generated[0].ModelId);
        Assert.Equal(10, generated.Usage?.InputTokenCount);
        Assert.Equal(0, generated.AdditionalProperties?[EmbeddingModel.CutTexts]);
    }

    [Theory]
    [InlineData("query")]
    [InlineData("passage")]
    public async Task The_input_type_says_the_side(string side)
    {
        var generated = await _model.GenerateAsync(["氢"], Options(side));

        var expected = side == "query" ? _model.EmbedQuery("氢") : _model.EmbedPassages(["氢"]).Vectors[0];
        Assert.Equal(expected, generated[0].Vector.ToArray());
    }

    [Fact]
    public async Task What_the_model_can_not_do_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _model.GenerateAsync(["氢"], Options("sentence")));
        await Assert.ThrowsAsync<ArgumentException>(() => _model.GenerateAsync(["氢"], new EmbeddingGenerationOptions { Dimensions = 7 }));
        await Assert.ThrowsAsync<ArgumentException>(() => _model.GenerateAsync(["氢"], new EmbeddingGenerationOptions { ModelId = "another" }));
        Assert.Single(await _model.GenerateAsync(["氢"], new EmbeddingGenerationOptions { Dimensions = 24, ModelId = _model.Name }));
    }

    [Fact]
    public async Task It_can_be_cancelled() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _model.GenerateAsync(["氢"], cancellationToken: new CancellationToken(canceled: true)));

    [Fact]
    public void It_tells_what_it_is()
    {
        IEmbeddingGenerator<string, Embedding<float>> generator = _model;

        var metadata = generator.GetService<EmbeddingGeneratorMetadata>();

        Assert.Equal(_model.Name, metadata?.DefaultModelId);
        Assert.Equal(24, metadata?.DefaultModelDimensions);
        Assert.Same(_model, generator.GetService<EmbeddingModel>());
        Assert.Null(generator.GetService<string>());
        Assert.Null(generator.GetService<EmbeddingModel>("key"));
    }

    public void Dispose()
    {
        _model.Dispose();
        _copy.Dispose();
    }

    private static EmbeddingGenerationOptions Options(string side) => new() { AdditionalProperties = new() { [EmbeddingModel.InputType] = side } };
}
