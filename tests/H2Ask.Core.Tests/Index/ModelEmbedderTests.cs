using H2Ask.Core.Embedding;
using H2Ask.Core.Index;
using H2Ask.Core.Tests.Embedding;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Index;

public sealed class ModelEmbedderTests
{
    [Fact]
    public void The_index_is_made_and_asked_with_the_model_in_a_folder()
    {
        using var corpus = new TemporaryFolder();
        using var folder = new TemporaryFolder();
        using var copy = new ModelCopy("bert");
        File.WriteAllText(copy.FileNamed("tokenizer.json"), ModelFolderTests.WordPiece());
        using var embedder = ModelEmbedder.Choose(copy.Path)!;
        corpus.With("a.txt", "加氢站规划\n支持加氢站建设。");

        var manifest = IndexMaking.Run([corpus.Path], folder.Path, new IndexingOptions { Embedder = embedder }).Manifest;
        using var index = new IndexFolder(folder.Path).Open(embedder);

        Assert.Equal(embedder.Model, manifest.Model);
        var found = new ScoredPassage[1];
        Assert.Equal(1, index.SearchDense(embedder.EmbedQuery("加氢"), null, found));
        Assert.InRange(found[0].Score, -1.001f, 1.001f);
    }

    [Fact]
    public void Texts_that_are_longer_than_the_model_takes_are_counted()
    {
        using var corpus = new TemporaryFolder();
        using var folder = new TemporaryFolder();
        using var copy = new ModelCopy("bert");
        File.WriteAllText(copy.FileNamed("tokenizer.json"), ModelFolderTests.WordPiece());
        using var embedder = ModelEmbedder.Choose(copy.Path)!;
        var options = new IndexingOptions { Embedder = embedder };

        corpus.With("a.txt", "加氢站规划\n支持加氢站建设。");
        Assert.Equal(0, IndexMaking.Run([corpus.Path], folder.Path, options).Cut);

        // Itself, and its one sentence.
        corpus.With("a.txt", $"加氢站规划\n{string.Concat(Enumerable.Repeat("支持加氢站建设", 20))}。");
        Assert.Equal(2, IndexMaking.Run([corpus.Path], folder.Path, options).Cut);
    }

    [Theory]
    [InlineData("tokenizer.json")]
    [InlineData("h2ask.json")]
    [InlineData("model.onnx")]
    [InlineData("model.onnx_data")]
    [InlineData("model.onnx.data")]
    public void Another_content_of_its_files_is_another_model(string file)
    {
        using var copy = new ModelCopy("bert");
        File.WriteAllText(copy.FileNamed("tokenizer.json"), "{}");
        using var before = ModelEmbedder.Choose(copy.Path)!;
        File.AppendAllText(copy.FileNamed(file), " ");
        using var after = ModelEmbedder.Choose(copy.Path)!;

        Assert.NotEqual(before.Model.Identity, after.Model.Identity);
        Assert.Equal(before.Model.Dimensions, after.Model.Dimensions);
    }

    [Fact]
    public void None_is_no_model_and_a_folder_without_one_is_named()
    {
        using var empty = new TemporaryFolder();

        Assert.Null(ModelEmbedder.Choose("none"));
        Assert.Contains(empty.Path, Assert.Throws<ModelException>(() => ModelEmbedder.Choose(empty.Path)).Message, StringComparison.Ordinal);
    }
}
