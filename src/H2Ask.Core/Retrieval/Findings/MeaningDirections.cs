using System.Numerics.Tensors;
using System.Text.Json;

namespace H2Ask.Core.Retrieval.Findings;

/// <summary>
/// The directions in which questions differ most, in the vectors of the model that ships: along them a few numbers say what a question means, or what of it is not met.
/// models/train/directions.py makes them.
/// </summary>
internal static class MeaningDirections
{
    /// <summary>How many there are.</summary>
    public const int Count = 16;

    private static readonly float[][] Directions = Read();

    /// <summary>Whether they are directions among vectors so wide.</summary>
    public static bool Fit(int width) => Directions[0].Length == width;

    /// <summary>Where a vector lies along them, so many times.</summary>
    public static void Project(ReadOnlySpan<float> vector, float times, Span<float> places)
    {
        for (var i = 0; i < places.Length; i++) places[i] = times * TensorPrimitives.Dot(vector, Directions[i]);
    }

    private static float[][] Read()
    {
        using var stream = typeof(MeaningDirections).Assembly.GetManifestResourceStream("H2Ask.Core.Retrieval.directions.json")!;
        return JsonSerializer.Deserialize(stream, RankerJsonContext.Default.SingleArrayArray)!;
    }
}
