using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace H2Ask.Core.Embedding;

/// <summary>
/// Turns texts into vectors with the model in a folder (<c>models/README.md</c> describes it). Questions and passages are two sides:
/// some models want another prefix before each. Many threads may use one instance at once.
/// </summary>
/// <remarks>
/// As an <see cref="IEmbeddingGenerator{TInput,TEmbedding}"/> it embeds passages, unless the additional properties of the options
/// say <c>input_type</c>: <c>query</c>, as the services that know two sides have it.
/// </remarks>
public sealed partial class EmbeddingModel : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>The additional property of <see cref="EmbeddingGenerationOptions"/> that says the side: <c>query</c> or <c>passage</c>.</summary>
    public const string InputType = "input_type";

    /// <summary>The additional property of the generated embeddings that says how many texts were cut.</summary>
    public const string CutTexts = "cut_texts";

    private readonly TextEmbedder _embedder;
    private readonly Lifetime _lifetime;
    private readonly ILogger _logger;

    private EmbeddingModel(string name, ModelSettings settings, TextEmbedder embedder, Network network, ILogger logger)
    {
        Name = name;
        Settings = settings;
        _embedder = embedder;
        _lifetime = new Lifetime(this, network.Dispose);
        _logger = logger;
    }

    /// <summary>The name of the model's folder.</summary>
    public string Name { get; }

    /// <summary>How the model is used.</summary>
    public ModelSettings Settings { get; }

    /// <summary>Loads the model in a folder.</summary>
    /// <exception cref="ModelException">A file is missing or damaged, or the files do not fit together.</exception>
    public static EmbeddingModel Load(string folder, EmbeddingOptions? options = null, ILogger? logger = null) =>
        Load(folder, Tokenizer.Load, options, logger);

    /// <summary>Loads the model in a folder, with another's way to read its tokenizer.</summary>
    internal static EmbeddingModel Load(string folder, Func<string, Tokenizer> loadTokenizer, EmbeddingOptions? options = null, ILogger? logger = null)
    {
        options ??= new EmbeddingOptions();
        var files = ModelFolder.Open(folder);
        var settings = ModelSettingsFile.Read(files.Settings);
        var tokenizer = loadTokenizer(files.Tokenizer);
        RefusePrefix(files, tokenizer, settings, "queryPrefix", settings.QueryPrefix);
        RefusePrefix(files, tokenizer, settings, "passagePrefix", settings.PassagePrefix);

        var network = Network.Load(files.Network, settings, tokenizer);
        return new EmbeddingModel(files.Name, settings, new TextEmbedder(tokenizer, network, settings, options), network, logger ?? NullLogger.Instance);
    }

    /// <summary>The vector of a question.</summary>
    /// <exception cref="ModelException">The network can't take the question's tokens.</exception>
    public float[] EmbedQuery(string question, CancellationToken cancelled = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        using var use = _lifetime.Begin();
        var vector = new float[Settings.Dimensions];
        _embedder.Embed(Settings.QueryPrefix, question, vector, out var isCut, cancelled);
        if (isCut) LogCut(_logger, Name, 1, 1, Settings.MaximumTokens);
        return vector;
    }

    /// <summary>How many tokens a text has, special tokens included, though the model should read fewer.</summary>
    public int CountTokens(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _embedder.CountTokens(text);
    }

    /// <summary>Whether a question has more tokens than the model reads.</summary>
    public bool CutsQuery(string question) => CountTokens(Settings.QueryPrefix + question) > Settings.MaximumTokens;

    /// <summary>The vectors of passages; reports how many are done.</summary>
    /// <exception cref="ModelException">The network can't take a passage's tokens.</exception>
    public EmbeddedTexts EmbedPassages(IReadOnlyList<string> passages, IProgress<int>? progress = null, CancellationToken cancelled = default) =>
        Embed(Settings.PassagePrefix, passages, progress, cancelled);

    /// <summary>Reads the vectors of passages' tokens, in this thread, of one text after the other in any order; of a network that pools itself the text's vector.</summary>
    /// <exception cref="ModelException">The network can't take a text's tokens.</exception>
    public void ReadTokens(IReadOnlyList<string> texts, TokenReader reader, CancellationToken cancelled = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(reader);
        RefuseNull(texts);
        using var use = _lifetime.Begin();
        _embedder.ReadTokens(Settings.PassagePrefix, texts, reader, cancelled);
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The options ask for another model, other dimensions or a side that there is not.</exception>
    /// <exception cref="ModelException">The network can't take a text's tokens.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        var prefix = PrefixFor(options);
        string[] texts = [.. values];
        var embedded = await Task.Run(() => Embed(prefix, texts, progress: null, cancellationToken), cancellationToken).ConfigureAwait(false);
        var now = DateTimeOffset.UtcNow;
        return new GeneratedEmbeddings<Embedding<float>>(embedded.Vectors.Select(vector => new Embedding<float>(vector) { ModelId = Name, CreatedAt = now }))
        {
            Usage = new UsageDetails { InputTokenCount = embedded.Tokens, TotalTokenCount = embedded.Tokens },
            AdditionalProperties = new AdditionalPropertiesDictionary { [CutTexts] = embedded.Cut },
        };
    }

    /// <inheritdoc />
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null) return null;
        if (serviceType == typeof(EmbeddingGeneratorMetadata)) return new EmbeddingGeneratorMetadata("H2Ask", null, Name, Settings.Dimensions);
        return serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <summary>Frees the model, once nothing that is under way uses it any more.</summary>
    public void Dispose() => _lifetime.Close();

    private EmbeddedTexts Embed(string prefix, IReadOnlyList<string> texts, IProgress<int>? progress, CancellationToken cancelled)
    {
        ArgumentNullException.ThrowIfNull(texts);
        RefuseNull(texts);
        using var use = _lifetime.Begin();
        var embedded = _embedder.Embed(prefix, texts, progress, cancelled);
        if (embedded.Cut > 0) LogCut(_logger, Name, embedded.Cut, texts.Count, Settings.MaximumTokens);
        return embedded;
    }

    private static void RefuseNull(IReadOnlyList<string> texts)
    {
        if (texts.Contains(null)) throw new ArgumentException("A text is null: give an empty one instead.", nameof(texts));
    }

    private string PrefixFor(EmbeddingGenerationOptions? options)
    {
        if (options?.Dimensions is { } dimensions && dimensions != Settings.Dimensions)
        {
            throw new ArgumentException($"The model {Name} gives vectors of {Settings.Dimensions} numbers, not {dimensions}.", nameof(options));
        }

        if (options?.ModelId is { } model && model != Name) throw new ArgumentException($"The model is {Name}, not {model}.", nameof(options));
        object? side = null;
        options?.AdditionalProperties?.TryGetValue(InputType, out side);
        return side?.ToString() switch
        {
            null or "passage" => Settings.PassagePrefix,
            "query" => Settings.QueryPrefix,
            var other => throw new ArgumentException($"{InputType} must be query or passage, not {other}.", nameof(options)),
        };
    }

    private static void RefusePrefix(ModelFolder files, Tokenizer tokenizer, ModelSettings settings, string name, string prefix)
    {
        var count = tokenizer.Encode(prefix, new int[settings.MaximumTokens], out _);
        if (count >= settings.MaximumTokens)
        {
            throw new ModelException($"{files.Settings} leaves no room for text: \"{name}\" and the special tokens take all {settings.MaximumTokens} of \"maximumTokens\". Shorten the one or raise the other.");
        }
    }

    [LoggerMessage(EventId = 10, Level = LogLevel.Warning, Message = "The model {Model} cut {Cut} of {Texts} texts: they are longer than {MaximumTokens} tokens")]
    private static partial void LogCut(ILogger logger, string model, int cut, int texts, int maximumTokens);
}
