using System.Net.Sockets;
using H2Ask.Core.Embedding;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace H2Ask.Api.Hosting;

/// <summary>Starts the service; what keeps it from starting is said in a sentence.</summary>
internal static class ServiceStart
{
    /// <summary>Runs until the service is told to end. The exit status: 0, or 1 where it could not start.</summary>
    public static async Task<int> RunOrExplainAsync(this WebApplication app)
    {
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (OptionsValidationException fault)
        {
            return Explain(string.Join(' ', fault.Failures));
        }
        catch (InvalidOperationException fault) when (fault.InnerException is FormatException or ArgumentException)
        {
            // The binder names the setting.
            return Explain($"A setting can't be read: {fault.Message}");
        }
        catch (ModelException fault)
        {
            return Explain($"{fault.Message} The setting Embedding:Model chooses the model; none does without.");
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            return Explain($"{fault.Message} End the program that listens there, or choose another port (./run --port N).");
        }
        catch (Exception fault) when (fault is SocketException || fault.InnerException is SocketException)
        {
            return Explain($"The address can't be served: {fault.Message} Choose one of this machine, and a port above 1023 (./run --address A --port N).");
        }
        catch (FormatException fault)
        {
            return Explain($"The setting Urls is wrong: {fault.Message}");
        }
    }

    private static int Explain(string what)
    {
        Console.Error.WriteLine($"h2ask: {what}");
        return 1;
    }
}
