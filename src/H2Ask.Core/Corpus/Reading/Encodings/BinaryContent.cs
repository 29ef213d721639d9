namespace H2Ask.Core.Corpus.Reading.Encodings;

/// <summary>Knows content that is no text, whatever its file is called.</summary>
internal static class BinaryContent
{
    private const double MostControls = 0.01;

    /// <summary>Throws where the content begins as a file of another format does.</summary>
    public static void Refuse(ReadOnlySpan<byte> start)
    {
        if (FormatOf(start) is { } format) throw new UnreadableFileException($"Its content is not text but {format}.");
    }

    /// <summary>Throws where control characters show that the content is not text.</summary>
    public static void RefuseControls(ReadOnlySpan<byte> sample)
    {
        var controls = 0;
        foreach (var value in sample)
        {
            if (value is < 0x07 or (> 0x0D and < 0x1A) or (> 0x1B and < 0x20) or 0x7F) controls++;
        }

        if (controls > sample.Length * MostControls) throw new UnreadableFileException("Its content is binary, not text.");
    }

    private static string? FormatOf(ReadOnlySpan<byte> start) => start switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "PDF",
        [(byte)'P', (byte)'K', 3, 4, ..] => "a ZIP archive or an Office file",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old Office file",
        [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] => "a RAR archive",
        [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] => "a 7z archive",
        [0x1F, 0x8B, ..] => "a gzip archive",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "an image",
        _ => null,
    };
}
