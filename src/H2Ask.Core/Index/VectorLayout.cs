namespace H2Ask.Core.Index;

/// <summary>
/// Where things stand in a file of vectors: a header (magic, count, dimensions), then for every vector the key of its text,
/// its scale, its codes (a byte a dimension, filled up to whole blocks) and the vector itself. Each part begins at a multiple of 64.
/// </summary>
internal readonly record struct VectorLayout(int Count, int Dimensions)
{
    /// <summary>"H2ASKVEC", as the number that these bytes make.</summary>
    public const long Magic = 0x4345564B53413248;

    /// <summary>No model has vectors of more dimensions.</summary>
    public const int MostDimensions = 1 << 16;

    /// <summary>The length of a key.</summary>
    public const int KeyLength = 16;

    private const int HeaderLength = 64;

    /// <summary>The bytes from one vector's codes to the next's.</summary>
    public int Stride => SentenceLayout.StrideOf(Dimensions);

    /// <summary>Where the keys begin.</summary>
    public static long Keys => HeaderLength;

    /// <summary>Where the scales begin.</summary>
    public long Scales => Align(Keys + ((long)Count * KeyLength));

    /// <summary>Where the codes begin.</summary>
    public long Codes => Align(Scales + ((long)Count * sizeof(float)));

    /// <summary>Where the vectors begin.</summary>
    public long Vectors => Codes + ((long)Count * Stride);

    /// <summary>The length of the file.</summary>
    public long Length => Vectors + ((long)Count * Dimensions * sizeof(float));

    private static long Align(long place) => (place + 63) / 64 * 64;
}
