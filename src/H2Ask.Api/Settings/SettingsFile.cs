using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace H2Ask.Api.Settings;

/// <summary>A file of settings that is named at the start (<c>--settings FILE</c>). It goes before appsettings.json; the environment and the command line go before it.</summary>
internal static class SettingsFile
{
    private const string Setting = "Settings";

    /// <summary>Reads it, where one is named.</summary>
    /// <exception cref="InvalidDataException">It is not there, or is not JSON.</exception>
    public static void AddSettingsFile(this ConfigurationManager configuration)
    {
        if (configuration[Setting] is not { Length: > 0 } named) return;
        var path = Path.GetFullPath(named);
        if (!File.Exists(path)) throw new InvalidDataException($"There is no file {path}.");
        var file = new JsonConfigurationSource { Path = path };
        file.ResolveFileProvider();
        // Variables with a prefix (ASPNETCORE_, DOTNET_) come first of all; those without come after the files.
        var place = configuration.Sources.ToList().FindIndex(source => source is EnvironmentVariablesConfigurationSource { Prefix: null or "" });
        configuration.Sources.Insert(place, file);
    }
}
