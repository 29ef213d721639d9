namespace H2Ask.Core.Index;

/// <summary>
/// Where things stand in a file of sentences: a header (magic, passages, sentences, dimensions), the codes of every sentence,
/// the scales of their vectors, and for every passage the number of its first sentence, with the count of all at the end.
/// </summary>
internal readonly record struct SentenceLayout(int Passages, int Sentences, int Dimensions)
{
    /// <summary>"H2ASKSEN", as the number that these bytes make.</summary>
    public const long Magic = 0x4E45534B53413248;

    /// <summary>Where the codes begin.</summary>
    public const long Codes = 64;

    /// <summary>The bytes from one sentence's codes to the next's.</summary>
    public int Stride => StrideOf(Dimensions);

    /// <summary>Where the scales begin.</summary>
    public long Scales => Codes + ((long)Sentences * Stride);

    /// <summary>Where the numbers of the first sentences begin.</summary>
    public long Starts => Scales + ((long)Sentences * sizeof(float));

    /// <summary>The length of the file.</summary>
    public long Length => Starts + (((long)Passages + 1) * sizeof(int));

    /// <summary>The bytes of a vector's codes: whole blocks.</summary>
    public static int StrideOf(int dimensions) => (dimensions + CodeDot.Block - 1) / CodeDot.Block * CodeDot.Block;
}
