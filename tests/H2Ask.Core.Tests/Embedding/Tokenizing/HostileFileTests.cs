using System.Text;
using System.Text.Json.Nodes;
using H2Ask.Core.Embedding;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Embedding.Tokenizing;

/// <summary>A file that is damaged, hostile or beyond what is known is refused with a sentence, whatever is wrong with it.</summary>
public sealed class HostileFileTests
{
    private const string Unigram = """
        {"added_tokens": [], "normalizer": null, "pre_tokenizer": null, "post_processor": null, "model": {"type": "Unigram", "unk_id": 0, "vocab": [["<unk>", 0], ["a", -1]]}}
        """;

    private const string WordPiece = """
        {"added_tokens": [], "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##", "max_input_chars_per_word": 100, "vocab": {"[UNK]": 0, "a": 1}}}
        """;

    [Fact]
    public void The_small_files_themselves_are_good()
    {
        Assert.Equal([1, 0], GoldenFiles.LoadText(Unigram).Encode("ab"));
        Assert.Equal([0], GoldenFiles.LoadText(WordPiece).Encode("ab"));
    }

    [Theory]
    [InlineData("[0, 0]", "model.vocab[1][0] should be a text")]
    [InlineData("[\"a\"]", "model.vocab[1] should be a text and its score")]
    [InlineData("[\"a\", 1e999]", "model.vocab[1][1] should be a finite number")]
    [InlineData("[\"a\", \"NaN\"]", "model.vocab[1][1] should be a finite number")]
    [InlineData("[\"a\", NaN]", "is not valid JSON")]
    [InlineData("[\"\\ud800\", -1]", "model.vocab[1][0] is no valid text")]
    [InlineData("[\"<unk>\", -1]", "model.vocab[1] is there twice")]
    [InlineData("7", "model.vocab[1] should be a list")]
    public void A_wrong_piece_is_refused(string piece, string sentence) => AssertRefused(Unigram.Replace("[\"a\", -1]", piece, StringComparison.Ordinal), sentence);

    [Theory]
    [InlineData("\"a\": 0", "model gives the id 0 twice")]
    [InlineData("\"a\": 2", "ids should run from 0 without gaps")]
    [InlineData("\"a\": 2147483647", "ids should run from 0 without gaps")]
    [InlineData("\"a\": -1", "model.vocab.a should be a whole number from 0")]
    [InlineData("\"a\": 1.5", "model.vocab.a should be a whole number from 0")]
    [InlineData("\"a\": 99999999999", "model.vocab.a should be a whole number from 0")]
    [InlineData("\"a\": 1, \"a\": 1", "model.vocab.a is there twice")]
    [InlineData("\"\\udc00\": 1", "is no valid text")]
    public void A_wrong_id_is_refused(string piece, string sentence) => AssertRefused(WordPiece.Replace("\"a\": 1", piece, StringComparison.Ordinal), sentence);

    [Theory]
    [InlineData("\"unk_id\": 0", "\"unk_id\": 2", "model.unk_id is 2, but there are only 2 pieces")]
    [InlineData("\"unk_id\": 0", "\"unk_id\": null", "model has no “unk_id”")]
    [InlineData("\"Unigram\"", "\"BPE\"", "model is of the kind “BPE”, which is not known here")]
    [InlineData("\"vocab\": [[\"<unk>\", 0], [\"a\", -1]]", "\"vocab\": []", "model has an empty vocabulary")]
    [InlineData("\"vocab\": [[\"<unk>\", 0], [\"a\", -1]]", "\"vocab\": {}", "model.vocab should be a list")]
    [InlineData("\"normalizer\": null", "\"normalizer\": {\"type\": \"ByteLevel\"}", "normalizer is of the kind “ByteLevel”, which is not known here")]
    [InlineData("\"normalizer\": null", "\"normalizer\": {}", "normalizer has no “type”")]
    [InlineData("\"normalizer\": null", "\"normalizer\": []", "normalizer should be an object")]
    [InlineData("\"normalizer\": null", "\"normalizer\": {\"type\": \"Lowercase\", \"type\": 3}", "normalizer.type should be a text")]
    [InlineData("\"normalizer\": null", "\"normalizer\": {\"type\": \"Strip\", \"strip_left\": 1, \"strip_right\": true}", "normalizer.strip_left should be true or false")]
    [InlineData("\"normalizer\": null", "\"normalizer\": {\"type\": \"Replace\", \"pattern\": {\"Regex\": \"(?=a)\"}, \"content\": \"\"}", "normalizer.pattern.Regex has what is not known here: “(” at character 1")]
    [InlineData("\"normalizer\": null", "\"normalizer\": {\"type\": \"Replace\", \"pattern\": {\"String\": \"\"}, \"content\": \"\"}", "normalizer.pattern.String is empty")]
    [InlineData("\"normalizer\": null", "\"normalizer\": {\"type\": \"Sequence\", \"normalizers\": [{\"type\": \"Replace\", \"pattern\": {\"String\": \"a\"}, \"content\": \"aaaaaaaaa\"}, {\"type\": \"Replace\", \"pattern\": {\"String\": \"a\"}, \"content\": \"aaaaaaaaa\"}]}", "normalizer makes a text more than 64 times as long")]
    [InlineData("\"normalizer\": null", "\"normalizer\": {\"type\": \"Sequence\", \"normalizers\": [{\"type\": \"Precompiled\"}, {\"type\": \"Precompiled\"}]}", "normalizer has more than one map of characters")]
    [InlineData("\"pre_tokenizer\": null", "\"pre_tokenizer\": {\"type\": \"ByteLevel\"}", "pre_tokenizer is of the kind “ByteLevel”, which is not known here")]
    [InlineData("\"pre_tokenizer\": null", "\"pre_tokenizer\": {\"type\": \"Punctuation\", \"behavior\": \"Shaken\"}", "pre_tokenizer.behavior is of the kind “Shaken”, which is not known here")]
    [InlineData("\"pre_tokenizer\": null", "\"pre_tokenizer\": {\"type\": \"Metaspace\", \"replacement\": \"\"}", "pre_tokenizer.replacement should be one character")]
    [InlineData("\"pre_tokenizer\": null", "\"pre_tokenizer\": {\"type\": \"Metaspace\", \"replacement\": \"_\", \"prepend_scheme\": \"last\"}", "has the prepend_scheme “last”, which is not known here")]
    [InlineData("\"post_processor\": null", "\"post_processor\": {\"type\": \"BertProcessing\", \"cls\": [\"a\", 2], \"sep\": [\"a\", 1]}", "post_processor.cls[1] is 2, which is no id of the vocabulary")]
    [InlineData("\"post_processor\": null", "\"post_processor\": {\"type\": \"TemplateProcessing\", \"single\": [], \"special_tokens\": {}}", "post_processor.single should have the text, “A”, once")]
    [InlineData("\"added_tokens\": []", "\"added_tokens\": [{\"id\": 1, \"content\": \"b\", \"special\": true}]", "model gives the id 1 twice")]
    [InlineData("\"added_tokens\": []", "\"added_tokens\": [{\"id\": 0, \"content\": \"a\", \"special\": true}]", "added_tokens[0] has the id 0, but the model gives the same text the id 1")]
    [InlineData("\"added_tokens\": []", "\"added_tokens\": [{\"id\": 2, \"content\": \"b\", \"special\": false}]", "added_tokens[0] is not special")]
    [InlineData("\"added_tokens\": []", "\"padding\": {\"pad_id\": 9}", "padding.pad_id is no id of the vocabulary")]
    public void A_wrong_or_unknown_part_is_named(string good, string bad, string sentence) => AssertRefused(Unigram.Replace(good, bad, StringComparison.Ordinal), sentence);

    [Theory]
    [InlineData("?")]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("/////wAAAAA=")]
    public void A_broken_map_of_characters_is_refused(string map) =>
        AssertRefused(Unigram.Replace("\"normalizer\": null", $$"""
            "normalizer": {"type": "Precompiled", "precompiled_charsmap": "{{map}}"}
            """, StringComparison.Ordinal), map == "?" ? "is not base64" : "is damaged");

    [Fact]
    public void A_map_of_characters_with_any_byte_wrong_never_fails_later()
    {
        var content = GoldenFiles.Content("xlm");
        var map = content["normalizer"]!["normalizers"]![0]!;
        var good = Convert.FromBase64String((string)map["precompiled_charsmap"]!);
        var random = new Random(5);
        for (var round = 0; round < 25; round++)
        {
            var bad = (byte[])good.Clone();
            for (var change = 0; change < 1 + (round * round); change++) bad[random.Next(bad.Length)] = (byte)random.Next(256);
            map["precompiled_charsmap"] = Convert.ToBase64String(bad);
            LoadAndUse(content.ToJsonString());
        }
    }

    [Fact]
    public void A_huge_piece_is_refused() =>
        AssertRefused(Unigram.Replace("\"a\"", $"\"{new string('a', 100_000)}\"", StringComparison.Ordinal), "is a piece of 100000 characters");

    [Fact]
    public void A_file_that_ends_too_soon_is_refused_wherever_it_ends()
    {
        for (var length = 0; length < Unigram.TrimEnd().Length; length += 3) AssertRefused(Unigram[..length], "is not valid JSON");
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "tokenizer.json");
        foreach (var bytes in (byte[][])[[0xFF, 0xFE, 0x00], [.. Encoding.UTF8.GetBytes(Unigram.Replace("\"a\"", "\"#\"", StringComparison.Ordinal)).Select(b => b == '#' ? (byte)0xFF : b)]])
        {
            File.WriteAllBytes(path, bytes);
            Assert.Contains(path, Assert.Throws<ModelException>(() => Tokenizer.Load(path)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_byte_order_mark_does_no_harm() => Assert.Equal([1], GoldenFiles.LoadText("\uFEFF" + Unigram).Encode("a"));

    [Fact]
    public void A_missing_file_is_named()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "none", "tokenizer.json");

        Assert.Contains(path, Assert.Throws<ModelException>(() => Tokenizer.Load(path)).Message, StringComparison.Ordinal);
        Assert.Throws<ModelException>(() => Tokenizer.Load(folder.Path));
        Assert.Throws<ModelException>(() => Tokenizer.Load(""));
    }

    [Theory]
    [InlineData("bert")]
    [InlineData("bytes")]
    public void A_file_with_any_value_put_in_the_place_of_another_is_read_or_refused_and_never_fails_later(string name)
    {
        var content = GoldenFiles.Content(name);
        if (content["model"]!["vocab"] is JsonObject pieces) content["model"]!["vocab"] = new JsonObject(pieces.Take(50).Select(piece => KeyValuePair.Create(piece.Key, piece.Value?.DeepClone())));
        else content["model"]!["vocab"] = new JsonArray([.. content["model"]!["vocab"]!.AsArray().Take(50).Select(piece => piece!.DeepClone())]);
        string[] values = ["null", "true", "-1", "0", "3", "1e400", "\"\"", "\"▁\"", "\"\\ud800\"", "[[]]", "{\"type\": \"Sequence\"}"];
        var text = content.ToJsonString();
        foreach (var place in Places(content))
        {
            foreach (var value in values) LoadAndUse(Replaced(text, place, value));
        }
    }

    /// <summary>The paths to all values of a file, of the pieces and added tokens only to the first.</summary>
    private static IEnumerable<object[]> Places(JsonNode? node)
    {
        IEnumerable<(object Step, JsonNode? Value)> children = node switch
        {
            JsonObject members => members.Select(member => ((object)member.Key, member.Value)).Take(12),
            JsonArray items => items.Take(3).Select((item, index) => ((object)index, item)),
            _ => [],
        };
        foreach (var (step, value) in children)
        {
            yield return [step];
            foreach (var place in Places(value)) yield return [step, .. place];
        }
    }

    private static string Replaced(string text, object[] place, string value)
    {
        // The value goes in as a text and is put bare afterwards: a node can't hold what is no valid value.
        var content = JsonNode.Parse(text)!;
        var parent = content;
        foreach (var step in place[..^1]) parent = step is int index ? parent[index]! : parent[(string)step]!;
        if (place[^1] is int last) parent[last] = "@@";
        else parent[(string)place[^1]] = "@@";
        return content.ToJsonString().Replace("\"@@\"", value, StringComparison.Ordinal);
    }

    private static void LoadAndUse(string content)
    {
        Tokenizer tokenizer;
        try
        {
            tokenizer = GoldenFiles.LoadText(content);
        }
        catch (ModelException)
        {
            return;
        }

        var ids = new int[200];
        foreach (var line in GoldenFiles.Lines.Take(25))
        {
            var count = tokenizer.Encode(line, ids, out _);
            Assert.All(ids[..count], id => Assert.InRange(id, 0, tokenizer.VocabularySize - 1));
        }
    }

    private static void AssertRefused(string content, string sentence)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.With("tokenizer.json", content), "tokenizer.json");
        var message = Assert.Throws<ModelException>(() => Tokenizer.Load(path)).Message;

        Assert.StartsWith(path, message, StringComparison.Ordinal);
        Assert.Contains(sentence, message, StringComparison.Ordinal);
    }
}
