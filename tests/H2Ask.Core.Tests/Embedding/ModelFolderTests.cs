using H2Ask.Core.Embedding;

namespace H2Ask.Core.Tests.Embedding;

/// <summary>A whole folder, its tokenizer too, as a user puts it in.</summary>
public sealed class ModelFolderTests
{
    [Fact]
    public void A_folder_with_a_WordPiece_tokenizer_embeds_what_its_tokens_say()
    {
        using var copy = new ModelCopy("bert").With("queryPrefix", "");
        File.WriteAllText(copy.FileNamed("tokenizer.json"), WordPiece());
        using var model = EmbeddingModel.Load(copy.Path);
        using var reference = copy.Load();

        // In the tests' own tokenizer the id of a character is 5 and what remains of its code; so these have the ids of 加 and 氢.
        var expected = reference.EmbedQuery($"{(char)(('加' % 155) + 155)}{(char)(('氢' % 155) + 155)}");

        Vectors.AssertEqual(expected, model.EmbedQuery("加氢"), 1e-5f);
        Vectors.AssertEqual(expected, model.EmbedPassages(["加 氢", "氢"]).Vectors[0], 1e-5f);
    }

    [Fact]
    public void A_tokenizer_that_is_no_JSON_stops_the_load()
    {
        using var copy = new ModelCopy("bert");
        File.WriteAllText(copy.FileNamed("tokenizer.json"), "{");

        var fault = Assert.Throws<ModelException>(() => EmbeddingModel.Load(copy.Path));

        Assert.Contains("tokenizer.json", fault.Message, StringComparison.Ordinal);
    }

    internal static string WordPiece()
    {
        var words = new Dictionary<string, int> { ["[PAD]"] = 0, ["[UNK]"] = 1, ["[CLS]"] = 2, ["[SEP]"] = 3, ["[MASK]"] = 4 };
        var characters = new Dictionary<int, char> { [5 + ('加' % 155)] = '加', [5 + ('氢' % 155)] = '氢' };
        for (var id = 5; id < 160; id++) words[characters.TryGetValue(id, out var character) ? character.ToString() : $"word{id}"] = id;
        var special = words.Where(word => word.Value < 5).Select(word => new { id = word.Value, content = word.Key, special = true, normalized = false });
        return System.Text.Json.JsonSerializer.Serialize(new
        {
            added_tokens = special,
            normalizer = new { type = "BertNormalizer", clean_text = true, handle_chinese_chars = true, strip_accents = (bool?)null, lowercase = true },
            pre_tokenizer = new { type = "BertPreTokenizer" },
            post_processor = new { type = "BertProcessing", sep = new object[] { "[SEP]", 3 }, cls = new object[] { "[CLS]", 2 } },
            model = new { type = "WordPiece", unk_token = "[UNK]", continuing_subword_prefix = "##", max_input_chars_per_word = 100, vocab = words },
        });
    }
}
