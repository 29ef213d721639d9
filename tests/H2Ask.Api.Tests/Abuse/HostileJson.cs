using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace H2Ask.Api.Tests.Abuse;

/// <summary>Bodies that are nearly what an endpoint wants, and some that are nothing of the kind.</summary>
internal static class HostileJson
{
    private const int TooLarge = 1_200_000;

    private static readonly string[] Scalars =
    [
        "null", "true", "false", "0", "1", "-1", "7", "1e999", "1E-400", "9223372036854775808", "-0.0", "01", "-", "NaN", "0.1", "\"\"", "\" \"", "\"auto\"", "\"llm\"", "\"extractive\"", "\"user\"",
        "\"assistant\"", "\"system\"", "\"加氢站补贴多少？\"", "\"南京和苏州的加氢站补贴有什么不同？\"", "\"有效期多久？\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\uDC00\\uD800\"", "\"\u0001\"", "\"\\x\"", "\"\u202E\uFEFF\u200B\"",
        "\"𠮷氢\"", "\"2026\"", "\"<script>alert(1)</script>\"", "\"../../etc/passwd\"", "\"' OR 1=1 --\"", "\"{0}{1:D99}%s%n\"", "\"(((((a+)+)+)+)+)$\"", "'single'", "undefined", "[]", "{}",
        $"\"{new string('氢', 2001)}\"", $"\"{new string('a', 1999)}\"", $"\"{new string('（', 1500)}\"",
    ];

    /// <summary>Bodies made with the members that the endpoints know.</summary>
    public static Gen<byte[]> Bodies(IReadOnlyList<string> members)
    {
        var objects = Value(members, depth: 3, Object);
        var texts = Gen.Frequency((12, objects), (1, Deep()), (1, Gen.Elements(Scalars)));
        return Gen.Frequency(
            (12, texts.Select(Encoding.UTF8.GetBytes)),
            (4, texts.SelectMany(text => Mutated(Encoding.UTF8.GetBytes(text)))),
            (1, texts.Select(text => (byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)])),
            (1, texts.Select(Encoding.Unicode.GetBytes)),
            (1, texts.Select(text => (byte[])[.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)])),
            (1, Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf()),
            (1, Gen.Constant<byte[]>([])));
    }

    /// <summary>Bodies that are larger than the service takes.</summary>
    public static Gen<byte[]> Large() => Gen.Elements("[", "{\"question\":\"", "氢", "\0").Select(piece => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, TooLarge / piece.Length))));

    private static Gen<string> Value(IReadOnlyList<string> members, int depth, Func<IReadOnlyList<string>, int, Gen<string>> first) => depth == 0
        ? Gen.Elements(Scalars)
        : Gen.Frequency((6, first(members, depth)), (2, Gen.Elements(Scalars)), (1, Array(members, depth)));

    private static Gen<string> Object(IReadOnlyList<string> members, int depth) =>
        from names in Gen.Elements<string>([.. members, "__proto__", "", "Question", "QUESTION"]).ListOf(3)
        from values in Value(members, depth - 1, Object).ListOf(3)
        from question in Gen.Elements("", "\"question\":\"加氢站补贴多少？\",", "\"query\":\"加氢站\",", "\"messages\":[{\"role\":\"user\",\"content\":\"加氢站补贴多少？\"}],")
        select $"{{{question}{string.Join(',', names.Zip(values, (name, value) => $"\"{name}\":{value}"))}}}";

    private static Gen<string> Array(IReadOnlyList<string> members, int depth) =>
        Value(members, depth - 1, Object).ListOf(2).Select(values => $"[{string.Join(',', values)}]");

    private static Gen<string> Deep() =>
        from depth in Gen.Elements(30, 63, 64, 65, 1000, 50_000)
        from opening in Gen.Elements("[", "{\"question\":", "{\"history\":[", "[{\"filters\":")
        from ends in Gen.Elements(true, false)
        let closing = new string([.. opening.Reverse().Where(letter => letter is '[' or '{').Select(letter => letter == '[' ? ']' : '}')])
        select string.Concat(Enumerable.Repeat(opening, depth)) + (ends ? "1" + string.Concat(Enumerable.Repeat(closing, depth)) : string.Empty);

    private static Gen<byte[]> Mutated(byte[] bytes) => bytes.Length == 0 ? Gen.Constant(bytes) :
        from at in Gen.Choose(0, bytes.Length - 1)
        from with in Gen.Choose(0, 255)
        from how in Gen.Choose(0, 3)
        select how switch
        {
            0 => bytes[..at],
            1 => [.. bytes[..at], (byte)with, .. bytes[(at + 1)..]],
            2 => [.. bytes[..at], (byte)with, 0xFF, 0xC0, .. bytes[at..]],
            _ => (byte[])[.. bytes, .. bytes[at..]],
        };
}
