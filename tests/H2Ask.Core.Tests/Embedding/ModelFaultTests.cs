using H2Ask.Core.Embedding;

namespace H2Ask.Core.Tests.Embedding;

/// <summary>A model that can't be used is refused with a sentence that names the file, what is wrong and what to do.</summary>
public sealed class ModelFaultTests
{
    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        var fault = Assert.Throws<ModelException>(() => EmbeddingModel.Load("no/such/model"));

        Assert.Contains("no/such/model", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("model.onnx")]
    [InlineData("tokenizer.json")]
    [InlineData("h2ask.json")]
    public void A_file_that_is_missing_is_named(string file)
    {
        using var copy = new ModelCopy("static");
        File.Delete(copy.FileNamed(file));

        AssertRefused(copy, file, copy.Path, "Put the file in");
    }

    [Theory]
    [InlineData("model.onnx")]
    [InlineData("model.onnx_data")]
    [InlineData("tokenizer.json")]
    [InlineData("h2ask.json")]
    public void A_pointer_of_Git_LFS_is_told_from_the_file(string file)
    {
        using var copy = new ModelCopy("xlm-roberta");
        File.WriteAllText(copy.FileNamed(file), "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 2266820608\n");

        AssertRefused(copy, file, "git lfs pull");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(40_000)]
    [InlineData(85_000)]
    public void A_network_that_is_cut_off_is_refused(int length)
    {
        using var copy = new ModelCopy("bert");
        var bytes = File.ReadAllBytes(copy.FileNamed("model.onnx"));
        File.WriteAllBytes(copy.FileNamed("model.onnx"), bytes[..length]);

        AssertRefused(copy, "model.onnx");
    }

    [Fact]
    public void A_network_whose_data_file_is_missing_is_refused()
    {
        using var copy = new ModelCopy("xlm-roberta");
        File.Delete(copy.FileNamed("model.onnx_data"));

        AssertRefused(copy, "model.onnx", "model.onnx_data");
    }

    [Fact]
    public void A_network_whose_data_file_is_cut_off_is_refused()
    {
        using var copy = new ModelCopy("xlm-roberta");
        using (var data = File.OpenWrite(copy.FileNamed("model.onnx_data"))) data.SetLength(1000);

        AssertRefused(copy, "model.onnx", "model.onnx_data");
    }

    [Fact]
    public void Other_dimensions_than_the_settings_say_are_refused()
    {
        using var copy = new ModelCopy("static").With("dimensions", 512);

        AssertRefused(copy, "model.onnx", "24", "512", "h2ask.json");
    }

    [Theory]
    [InlineData("static", 161)]
    [InlineData("bert", 30_000)]
    public void A_tokenizer_of_another_model_is_refused(string name, int vocabulary)
    {
        using var copy = new ModelCopy(name) { Tokenizer = new CharacterTokenizer(vocabulary: vocabulary) };

        AssertRefused(copy, "model.onnx", "tokenizer.json");
    }

    [Fact]
    public void A_text_longer_than_the_network_takes_is_refused_when_it_comes()
    {
        using var copy = new ModelCopy("bert").With("maximumTokens", 64);
        using var model = copy.Load();

        var one = Assert.Throws<ModelException>(() => model.EmbedQuery(new string('氢', 64)));
        var many = Assert.Throws<ModelException>(() => model.EmbedPassages(["氢", new string('氢', 64)]));

        AssertSentence(one.Message, "model.onnx", "64 tokens", "maximumTokens");
        AssertSentence(many.Message, "model.onnx", "64 tokens", "maximumTokens");
        Assert.Equal(24, model.EmbedQuery("氢").Length);
    }

    [Fact]
    public void An_input_that_is_not_known_is_named()
    {
        using var copy = new ModelCopy("static");
        File.WriteAllBytes(copy.FileNamed("model.onnx"), TinyOnnxModel.MatMul(3, 2, [1, 2, 3, 4, 5, 6]));

        AssertRefused(copy, "model.onnx", "input x");
    }

    [Fact]
    public void An_input_of_fractions_is_refused()
    {
        using var copy = new ModelCopy("static");
        File.WriteAllBytes(copy.FileNamed("model.onnx"), TinyOnnxModel.MatMul(3, 2, [1, 2, 3, 4, 5, 6], input: "input_ids"));

        AssertRefused(copy, "model.onnx", "input_ids", "int64");
    }

    [Fact]
    public void An_input_of_a_fixed_shape_is_refused()
    {
        using var copy = new ModelCopy("static");
        File.WriteAllBytes(copy.FileNamed("model.onnx"), TinyOnnxModel.Cast("input_ids", 1, 128));

        AssertRefused(copy, "model.onnx", "input_ids", "[1, 128]");
    }

    [Fact]
    public void A_network_without_ids_is_refused()
    {
        using var copy = new ModelCopy("static");
        File.WriteAllBytes(copy.FileNamed("model.onnx"), TinyOnnxModel.Cast("attention_mask", -1, -1));

        AssertRefused(copy, "model.onnx", "no input input_ids");
    }

    [Theory]
    [InlineData("pooled", "mean", "sentence_embedding")]
    [InlineData("pooled", "cls", "sentence_embedding")]
    [InlineData("static", "model", "last_hidden_state")]
    public void A_network_without_the_output_that_the_pooling_needs_is_refused(string name, string pooling, string output)
    {
        using var copy = new ModelCopy(name).With("pooling", pooling);

        AssertRefused(copy, "model.onnx", output, "\"pooling\"");
    }

    [Fact]
    public void Values_that_are_no_numbers_are_refused()
    {
        using var copy = new ModelCopy("broken");

        AssertRefused(copy, "model.onnx", "no numbers");
        AssertRefused(copy.With("normalise", false), "model.onnx", "no numbers");
    }

    [Fact]
    public void A_prefix_that_leaves_no_room_for_the_text_is_refused()
    {
        using var copy = new ModelCopy("static").With("passagePrefix", new string('文', 62));

        AssertRefused(copy, "h2ask.json", "passagePrefix", "maximumTokens");
    }

    private static void AssertRefused(ModelCopy copy, params string[] parts)
    {
        var fault = Assert.Throws<ModelException>(() => copy.Load());
        AssertSentence(fault.Message, parts);
    }

    private static void AssertSentence(string message, params string[] parts)
    {
        Assert.All(parts, part => Assert.Contains(part, message, StringComparison.Ordinal));
        Assert.EndsWith(".", message, StringComparison.Ordinal);
        Assert.All(["\n", "ErrorCode", "onnxruntime/", "status code", "Exception"], noise => Assert.DoesNotContain(noise, message, StringComparison.Ordinal));
    }
}
