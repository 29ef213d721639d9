using System.Text;

namespace H2Ask.Core.Corpus.Reading.Encodings;

/// <summary>The encodings that text files come in. What is broken in a file becomes U+FFFD, never an exception.</summary>
internal static class TextEncodings
{
    /// <summary>UTF-8.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(false);

    /// <summary>UTF-16, the low byte first.</summary>
    public static Encoding Utf16LittleEndian { get; } = new UnicodeEncoding(bigEndian: false, byteOrderMark: false);

    /// <summary>UTF-16, the high byte first.</summary>
    public static Encoding Utf16BigEndian { get; } = new UnicodeEncoding(bigEndian: true, byteOrderMark: false);

    /// <summary>GB18030, and so GBK and GB2312.</summary>
    public static Encoding Gb18030 { get; } =
        CodePagesEncodingProvider.Instance.GetEncoding(54936, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))!;
}
