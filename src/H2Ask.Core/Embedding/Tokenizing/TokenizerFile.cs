using System.Text.Json;

namespace H2Ask.Core.Embedding.Tokenizing;

/// <summary>Reads a tokenizer's file.</summary>
internal static class TokenizerFile
{
    /// <summary>Ten times the largest that are known.</summary>
    private const long LargestFile = 256L << 20;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static Tokenizer Read(string path)
    {
        var bytes = ReadBytes(path).AsMemory();
        if (bytes.Span.StartsWith(ByteOrderMark)) bytes = bytes[ByteOrderMark.Length..];
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return new FileTokenizer(new FilePart(path, "content", document.RootElement));
        }
        catch (JsonException cause)
        {
            throw new ModelException($"{path} can't be used as a tokenizer: it is not valid JSON ({cause.Message.TrimEnd('.')}). Take the tokenizer.json of the model anew.", cause);
        }
    }

    private static byte[] ReadBytes(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LargestFile }) throw new ModelException($"{path} is too large for a tokenizer. Take the tokenizer.json of the model.");
            return File.ReadAllBytes(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ModelException($"{path} can't be read: {cause.Message} Put the tokenizer.json of the model there.", cause);
        }
    }
}
