using System.Text.RegularExpressions;
using Microsoft.ML.OnnxRuntime;

namespace H2Ask.Core.Embedding;

/// <summary>What ONNX Runtime says of a fault, without its codes, source places and further lines.</summary>
internal static partial class RuntimeFault
{
    private const int Longest = 300;

    /// <summary>A damaged file may put anything into a message, of any length.</summary>
    private const int MostRead = 4000;

    public static string Reason(OnnxRuntimeException fault)
    {
        var reason = Noise().Replace(fault.Message[..Math.Min(fault.Message.Length, MostRead)], "");
        var end = reason.IndexOfAny(['\r', '\n']);
        if (end >= 0) reason = reason[..end];
        if (reason.Length > Longest) reason = reason[..Longest] + " …";
        return reason.Trim().TrimEnd('.');
    }

    // Codes; the model's path, which is named anyway; the node of the graph; the runtime's source file, line and function.
    [GeneratedRegex(
        @"\[ErrorCode:\w*\] |Load model from .*? failed: ?|Non-zero status code returned while running .*? Status Message: |\S*\.(?:cc|h):\d+ (?:[^\s(]+\(.*?\) (?:const )?|\S+ )",
        RegexOptions.Singleline)]
    private static partial Regex Noise();
}
