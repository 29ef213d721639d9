using System.Security.Cryptography;
using System.Text;
using H2Ask.Core.Embedding;

namespace H2Ask.Core.Index;

/// <summary>Embeds passages and questions with the model in a folder. The model itself is loaded when the first text is embedded.</summary>
public sealed class ModelEmbedder : IPassageEmbedder, IDisposable
{
    /// <summary>The choice of no model: the search is lexical.</summary>
    public const string None = "none";

    /// <summary>Where the model is that is used where none is chosen.</summary>
    private static readonly string Usual = Path.Combine("models", "h2ask-embed-zh");

    private readonly Lazy<EmbeddingModel> _model;

    private ModelEmbedder(ModelFolder folder)
    {
        Model = new IndexedModel(folder.Name, Identify(folder), ModelSettingsFile.Read(folder.Settings).Dimensions);
        _model = new Lazy<EmbeddingModel>(() => EmbeddingModel.Load(folder.Path));
    }

    /// <inheritdoc />
    public IndexedModel Model { get; }

    /// <summary>Takes the model that is chosen.</summary>
    /// <param name="choice">A model folder; <see cref="None"/>; or nothing: models/h2ask-embed-zh beside the program or in a folder above it, where it is there.</param>
    /// <returns>Null where there is to be none.</returns>
    /// <exception cref="ModelException">There is no model in the folder, or it can't be read.</exception>
    public static ModelEmbedder? Choose(string? choice)
    {
        if (choice == None) return null;
        var folder = string.IsNullOrWhiteSpace(choice) ? FindUsual() : choice;
        return folder is null ? null : new ModelEmbedder(ModelFolder.Open(folder));
    }

    /// <summary>Loads the model, where it is to be ready, or its faults are to be known, before the first text.</summary>
    /// <exception cref="ModelException">The model can't be used.</exception>
    public void Load() => _ = Loaded;

    /// <summary>The model itself, loaded.</summary>
    /// <exception cref="ModelException">The model can't be used.</exception>
    public EmbeddingModel Loaded => _model.Value;

    /// <inheritdoc />
    public EmbeddedTexts EmbedPassages(IReadOnlyList<string> texts, IProgress<int>? progress, CancellationToken cancelled) =>
        _model.Value.EmbedPassages(texts, progress, cancelled);

    /// <inheritdoc />
    public float[] EmbedQuery(string question) => _model.Value.EmbedQuery(question);

    /// <inheritdoc />
    public bool Cuts(string question) => _model.Value.CutsQuery(question);

    /// <inheritdoc />
    public void ReadTokens(IReadOnlyList<string> texts, TokenReader reader, CancellationToken cancelled) => _model.Value.ReadTokens(texts, reader, cancelled);

    /// <inheritdoc />
    public void Dispose()
    {
        if (_model.IsValueCreated) _model.Value.Dispose();
    }

    private static string? FindUsual()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var model = Path.Combine(folder, Usual);
            if (File.Exists(Path.Combine(model, "model.onnx"))) return model;
        }

        return null;
    }

    /// <summary>Changes with the content of the files that decide what the vectors are.</summary>
    private static string Identify(ModelFolder folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // A network's weights may stand in files beside it, named after it as its exporter likes: model.onnx_data, model.onnx.data, …
        var networks = Directory.GetFiles(folder.Path, Path.GetFileName(folder.Network) + "*").Order(StringComparer.Ordinal);
        foreach (var path in (string[])[.. networks, folder.Tokenizer, folder.Settings])
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(path)));
            hash.AppendData(ContentHash(path));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static byte[] ContentHash(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return SHA256.HashData(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"{path} can't be read: {fault.Message} Check the file and its permissions.", fault);
        }
    }
}
