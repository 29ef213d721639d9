using H2Ask.Core.Index;
using Microsoft.Extensions.Options;

namespace H2Ask.Api.Hosting;

/// <summary>The embedding model that the settings choose, loaded once.</summary>
public sealed class QuestionModel : IDisposable
{
    private readonly ModelEmbedder? _embedder;

    /// <summary>Loads it.</summary>
    /// <exception cref="Core.Embedding.ModelException">It can't be used.</exception>
    public QuestionModel(IOptions<EmbeddingSettings> settings)
    {
        _embedder = ModelEmbedder.Choose(settings.Value.Model);
        _embedder?.Load();
    }

    /// <summary>What embeds questions; null where there is no model.</summary>
    public ModelEmbedder? Embedder => _embedder;

    /// <summary>How long a text is: in tokens of the model, or in letters where there is none.</summary>
    public int CountTokens(string text) => _embedder?.Loaded.CountTokens(text) ?? text.EnumerateRunes().Count();

    /// <inheritdoc />
    public void Dispose() => _embedder?.Dispose();
}
