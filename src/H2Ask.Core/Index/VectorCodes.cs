namespace H2Ask.Core.Index;

/// <summary>A vector as whole numbers from -127 to 127, each times one scale.</summary>
internal static class VectorCodes
{
    private const float Largest = 127;

    /// <summary>The scale of a vector whose largest number is this.</summary>
    public static float Scale(float largest) => largest / Largest;

    /// <summary>The code of a number.</summary>
    public static int Code(float value, float scale) => scale > 0 ? (int)MathF.Round(Math.Clamp(value / scale, -Largest, Largest)) : 0;
}
