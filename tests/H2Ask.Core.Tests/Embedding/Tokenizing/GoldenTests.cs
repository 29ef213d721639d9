using System.Text.Json.Nodes;
using H2Ask.Core.Embedding;

namespace H2Ask.Core.Tests.Embedding.Tokenizing;

/// <summary>The same ids as the reference, over the corpus and lines of many scripts.</summary>
public sealed class GoldenTests
{
    [Theory]
    [InlineData("bert")]
    [InlineData("xlm")]
    [InlineData("plain")]
    [InlineData("bytes")]
    public void Every_line_gets_the_ids_that_the_reference_gives(string name) =>
        AssertSame(GoldenFiles.Load(name), [.. GoldenFiles.Lines, .. GoldenFiles.SeedLines], GoldenFiles.Hashes(name));

    [Fact]
    public void Every_kind_of_step_does_what_the_reference_does()
    {
        var hashes = GoldenFiles.Hashes("variants");
        Assert.Equal(hashes.Length, GoldenFiles.Variants.Count * 300);
        Assert.All(GoldenFiles.Variants.Index(), variant =>
        {
            var content = GoldenFiles.Content((string)variant.Item["base"]!);
            foreach (var (part, value) in variant.Item) content[part] = value?.DeepClone();
            AssertSame(GoldenFiles.Load(content), [.. GoldenFiles.Lines.Take(300)], hashes.AsSpan(variant.Index * 300, 300));
        });
    }

    private static void AssertSame(Tokenizer tokenizer, string[] lines, ReadOnlySpan<uint> hashes)
    {
        Assert.Equal(hashes.Length, lines.Length);
        var different = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (GoldenFiles.Hash(tokenizer.Encode(lines[i])) != hashes[i]) different.Add($"{i}: {Shown(lines[i])}");
        }

        Assert.True(different.Count == 0, $"{different.Count} lines have other ids than the reference gives: {string.Join('\n', different.Take(20))}");
    }

    /// <summary>The start of a line, what can't be seen as codes.</summary>
    private static string Shown(string line) => JsonValue.Create(line[..Math.Min(line.Length, 60)]).ToJsonString();
}
