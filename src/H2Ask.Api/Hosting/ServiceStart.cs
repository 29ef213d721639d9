using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using H2Ask.Core.Embedding;
using H2Ask.Core.Requests;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace H2Ask.Api.Hosting;

/// <summary>Starts the service; what keeps it from starting is said in a sentence.</summary>
internal static partial class ServiceStart
{
    /// <summary>Makes the service as its settings want it; null where they are wrong.</summary>
    public static WebApplication? BuildOrExplain(string[] args)
    {
        try
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
            builder.AddH2Ask();
            return builder.Build();
        }
        catch (Exception fault) when (Explanation(fault) is { } explanation)
        {
            Explain(explanation);
            return null;
        }
    }

    /// <summary>Runs until the service is told to end. The exit status: 0, or 1 where it could not start.</summary>
    public static async Task<int> RunOrExplainAsync(this WebApplication app)
    {
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (Exception fault) when (Explanation(fault) is { } explanation)
        {
            Explain(explanation);
            return 1;
        }
    }

    private static string? Explanation(Exception fault) => fault switch
    {
        OptionsValidationException wrong => string.Join(' ', wrong.Failures),
        InvalidOperationException { InnerException: FormatException or ArgumentException } => Unreadable(fault.Message),
        InvalidDataException => $"The settings can't be read: {fault.Message}{Inner(fault)}",
        ModelException => $"{fault.Message} The setting Embedding:Model chooses the model; none does without.",
        IOException { InnerException: AddressInUseException } => $"{fault.Message} End the program that listens there, or choose another port (./run --port N).",
        SocketException or { InnerException: SocketException } => $"The address can't be served: {fault.Message} Choose one of this machine, and a port above 1023 (./run --address A --port N).",
        FormatException => $"The setting Urls is wrong: {fault.Message}",
        _ => null,
    };

    /// <summary>Says what a setting must be that the binder could not read: the binder names .NET's types.</summary>
    private static string Unreadable(string message) =>
        UnreadableSetting().Match(message) is { Success: true } found && Type.GetType(found.Groups["type"].Value) is { } type && ValueName.Of(type) is { } expected
            ? $"The setting {found.Groups["setting"].Value} must be {expected}."
            : $"A setting can't be read: {message}";

    private static string Inner(Exception fault) => fault.GetBaseException() switch
    {
        JsonException json => $" It is no JSON at line {json.LineNumber + 1}, byte {json.BytePositionInLine + 1}.",
        var inner when inner != fault => $" {inner.Message}",
        _ => string.Empty,
    };

    [GeneratedRegex("at '(?<setting>[^']*)' to type '(?<type>[^']*)'", RegexOptions.RightToLeft | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex UnreadableSetting();

    private static void Explain(string what) => Console.Error.WriteLine($"h2ask: {what}");
}
