using System.Buffers.Binary;
using System.Text;

namespace H2Ask.Core.Tests.Embedding;

/// <summary>Writes small ONNX models by hand. The numbers of the fields are those of onnx.proto.</summary>
internal static class TinyOnnxModel
{
    private const int Float = 1;
    private const int Int64 = 7;
    private const int Attribute = 2;

    /// <summary>y = x · W, with W given.</summary>
    public static byte[] MatMul(int rows, int columns, ReadOnlySpan<float> weights, string input = "x")
    {
        var node = Message((1, Text(input)), (1, Text("w")), (2, Text("y")), (4, Text("MatMul")));
        var initializer = Concat(
            Number(1, rows), Number(1, columns), Number(2, Float), Field(8, Text("w")), Field(9, Raw(weights)));
        return Model(node, Field(5, initializer), Value(input, Float, 1, rows), Value("y", Float, 1, columns));
    }

    /// <summary>Whole numbers, made floating ones; a dimension below 0 is free.</summary>
    public static byte[] Cast(string input, params int[] shape)
    {
        var to = Concat(Field(1, Text("to")), Number(3, Float), Number(20, Attribute));
        var node = Message((1, Text(input)), (2, Text("y")), (4, Text("Cast")), (5, to));
        return Model(node, [], Value(input, Int64, shape), Value("y", Float, shape));
    }

    private static byte[] Model(byte[] node, byte[] initializer, byte[] input, byte[] output)
    {
        var graph = Concat(Message((1, node), (2, Text("tiny"))), initializer, Message((11, input), (12, output)));
        var opset = Concat(Field(1, []), Number(2, 17));
        return Concat(Number(1, 8), Field(7, graph), Field(8, opset));
    }

    private static byte[] Value(string name, int type, params int[] shape)
    {
        var dimensions = shape.Select(size => Field(1, size < 0 ? [] : Number(1, size))).ToArray();
        var tensor = Concat(Number(1, type), Field(2, Concat(dimensions)));
        return Message((1, Text(name)), (2, Field(1, tensor)));
    }

    private static byte[] Raw(ReadOnlySpan<float> values)
    {
        var bytes = new byte[values.Length * sizeof(float)];
        for (var i = 0; i < values.Length; i++) BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), values[i]);
        return bytes;
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Message(params (int Number, byte[] Content)[] fields) =>
        Concat([.. fields.Select(field => Field(field.Number, field.Content))]);

    private static byte[] Field(int number, byte[] content) => [.. Varint((number << 3) | 2), .. Varint(content.Length), .. content];

    private static byte[] Number(int number, int value) => [.. Varint(number << 3), .. Varint(value)];

    private static byte[] Concat(params byte[][] parts) => [.. parts.SelectMany(part => part)];

    private static List<byte> Varint(int value)
    {
        var bytes = new List<byte>();
        for (; value > 0x7F; value >>= 7) bytes.Add((byte)((value & 0x7F) | 0x80));
        bytes.Add((byte)value);
        return bytes;
    }
}
