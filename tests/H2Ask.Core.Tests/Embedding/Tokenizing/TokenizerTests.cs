using System.Text.Json.Nodes;
using H2Ask.Core.Embedding;

namespace H2Ask.Core.Tests.Embedding.Tokenizing;

public sealed class TokenizerTests
{
    private const int Classify = 2, Separate = 3;

    private static readonly Tokenizer Bert = GoldenFiles.Load("bert"), Xlm = GoldenFiles.Load("xlm"), Plain = GoldenFiles.Load("plain");

    [Fact]
    public void Special_tokens_stand_around_a_text()
    {
        var ids = Bert.Encode("氢能");

        Assert.Equal(Classify, ids[0]);
        Assert.Equal(Separate, ids[^1]);
        Assert.Equal(4, ids.Length);
    }

    [Fact]
    public void An_empty_text_is_its_special_tokens_alone()
    {
        Assert.Equal([Classify, Separate], Bert.Encode(""));
        Assert.Empty(Plain.Encode(""));
    }

    [Fact]
    public void A_text_that_does_not_fit_is_cut_and_keeps_its_special_tokens()
    {
        var ids = new int[5];

        var count = Bert.Encode("加氢站建设", ids, out var isCut);

        Assert.True(isCut);
        Assert.Equal(5, count);
        Assert.Equal([.. Bert.Encode("加氢站建设")[..4], Separate], ids);
    }

    [Fact]
    public void A_text_that_just_fits_is_not_cut()
    {
        var ids = new int[7];

        Assert.Equal(7, Bert.Encode("加氢站建设", ids, out var isCut));
        Assert.False(isCut);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Room_for_less_than_the_special_tokens_takes_the_first_of_them(int room)
    {
        var ids = new int[room];

        Assert.Equal(room, Bert.Encode("", ids, out var isCut));
        Assert.True(isCut);
        Assert.Equal(new[] { Classify }[..room], ids);
    }

    [Theory]
    [InlineData("xlm", "<s>")]
    [InlineData("xlm", "</s>")]
    [InlineData("xlm", "a<pad>b<mask></s>")]
    [InlineData("xlm", "<unk>")]
    [InlineData("bert", "[CLS]")]
    [InlineData("bert", "[SEP]氢能[MASK]")]
    public void Text_that_spells_a_special_token_never_becomes_it(string name, string text)
    {
        var content = GoldenFiles.Content(name);
        var special = content["added_tokens"]!.AsArray().Where(token => (string)token!["content"]! is not ("<unk>" or "[UNK]")).Select(token => (int)token!["id"]!).ToHashSet();

        var ids = GoldenFiles.Load(content).Encode(text);

        Assert.DoesNotContain(ids[1..^1], special.Contains);
    }

    [Fact]
    public void Text_that_spells_a_special_token_never_becomes_it_where_nothing_divides_it()
    {
        var content = GoldenFiles.Content("bert");
        content["normalizer"] = null;
        content["pre_tokenizer"] = new JsonObject { ["type"] = "WhitespaceSplit" };
        content["added_tokens"] = new JsonArray();

        Assert.Equal([Classify, 1, 1, 1, Separate], GoldenFiles.Load(content).Encode("[SEP] [CLS] [UNK]"));
    }

    [Fact]
    public void The_padding_is_what_the_file_or_the_name_says()
    {
        Assert.Equal(0, Bert.PaddingId);
        Assert.Equal(1, Xlm.PaddingId);
        var content = GoldenFiles.Content("xlm");
        content["padding"] = new JsonObject { ["pad_id"] = 3 };
        Assert.Equal(3, GoldenFiles.Load(content).PaddingId);
    }

    [Fact]
    public void The_vocabulary_has_the_pieces_and_the_tokens_added_to_them()
    {
        var content = GoldenFiles.Content("xlm");
        var pieces = content["model"]!["vocab"]!.AsArray().Count;
        Assert.Equal(pieces, Xlm.VocabularySize);

        content["added_tokens"]!.AsArray().Add(new JsonObject { ["id"] = pieces, ["content"] = "<extra>", ["special"] = true });

        Assert.Equal(pieces + 1, GoldenFiles.Load(content).VocabularySize);
    }

    [Fact]
    public void A_file_without_the_type_of_its_model_is_read_by_what_it_has()
    {
        foreach (var name in new[] { "bert", "xlm" })
        {
            var content = GoldenFiles.Content(name);
            content["model"]!.AsObject().Remove("type");
            Assert.Equal(GoldenFiles.Load(name).Encode("氢能产业"), GoldenFiles.Load(content).Encode("氢能产业"));
        }
    }

    [Fact]
    public void Processors_in_a_row_stand_one_around_the_other()
    {
        var content = GoldenFiles.Content("bert");
        var inner = new JsonObject { ["type"] = "BertProcessing", ["cls"] = new JsonArray("[MASK]", 4), ["sep"] = new JsonArray("[MASK]", 4) };
        content["post_processor"] = new JsonObject { ["type"] = "Sequence", ["processors"] = new JsonArray(inner, content["post_processor"]!.DeepClone()) };

        Assert.Equal([Classify, 4, 4, Separate], GoldenFiles.Load(content).Encode(""));
    }

    [Fact]
    public void Encoding_allocates_nothing_for_a_text_of_any_kind()
    {
        var ids = new int[4000];
        string[] texts = [.. GoldenFiles.Lines, .. GoldenFiles.SeedLines.Take(400)];
        foreach (var tokenizer in new[] { Bert, Xlm, Plain, GoldenFiles.Load("bytes") })
        {
            EncodeAll(tokenizer);
            var before = GC.GetAllocatedBytesForCurrentThread();
            EncodeAll(tokenizer);
            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        void EncodeAll(Tokenizer tokenizer)
        {
            foreach (var text in texts) tokenizer.Encode(text, ids, out _);
        }
    }

    [Fact]
    public void Many_threads_get_what_one_gets()
    {
        var lines = GoldenFiles.Lines;
        foreach (var tokenizer in new[] { Bert, Xlm, Plain })
        {
            var expected = lines.Select(tokenizer.Encode).ToArray();
            Parallel.For(0, lines.Count * 4, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => Assert.Equal(expected[i % lines.Count], tokenizer.Encode(lines[i % lines.Count])));
        }
    }

    [Fact]
    public void A_very_long_text_leaves_the_next_as_it_was()
    {
        var before = Xlm.Encode("氢能产业");

        Assert.True(Xlm.Encode(new string('氢', 3_000_000), new int[512], out var isCut) == 512 && isCut);
        Assert.Equal(before, Xlm.Encode("氢能产业"));
    }

    [Fact]
    public void Very_many_marks_on_one_character_are_put_in_order_in_time()
    {
        var marks = string.Concat(Enumerable.Repeat("\u0301\u0323\u0345", 200_000));

        Assert.NotEmpty(Plain.Encode("e" + marks));
        Assert.NotEmpty(Bert.Encode("e" + marks));
    }
}
