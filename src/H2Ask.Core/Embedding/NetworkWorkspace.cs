using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace H2Ask.Core.Embedding;

/// <summary>What one thread needs to embed batch after batch, kept between them.</summary>
internal sealed class NetworkWorkspace : IDisposable
{
    private readonly byte[][] _buffers;
    private float[] _singles = [];

    public NetworkWorkspace(int inputs, int maximumTokens)
    {
        _buffers = new byte[inputs][];
        Array.Fill(_buffers, []);
        Values = new OrtValue[inputs];
        Ids = new int[maximumTokens];
        // What goes wrong is thrown; the runtime's own log would only repeat it on the console.
        Options = new RunOptions { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
    }

    public int[] Ids { get; }

    public OrtValue[] Values { get; }

    public RunOptions Options { get; }

    /// <summary>The array of an input, which does not move in memory.</summary>
    public byte[] Buffer(int input, int size)
    {
        if (_buffers[input].Length < size) _buffers[input] = GC.AllocateUninitializedArray<byte>(size, pinned: true);
        return _buffers[input];
    }

    /// <summary>An output's numbers: as they are, or half-precise ones made single.</summary>
    public ReadOnlySpan<float> Singles(OrtValue output, bool isHalf)
    {
        if (!isHalf) return output.GetTensorDataAsSpan<float>();
        var halves = MemoryMarshal.Cast<Float16, Half>(output.GetTensorDataAsSpan<Float16>());
        if (_singles.Length < halves.Length) _singles = GC.AllocateUninitializedArray<float>(halves.Length);
        System.Numerics.Tensors.TensorPrimitives.ConvertToSingle(halves, _singles);
        return _singles.AsSpan(0, halves.Length);
    }

    /// <summary>Lets go of the inputs of the last run.</summary>
    public void Clear()
    {
        foreach (ref var value in Values.AsSpan())
        {
            value?.Dispose();
            value = null!;
        }
    }

    public void Dispose() => Options.Dispose();
}
