using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.Json;

namespace H2Ask.Api.Settings;

/// <summary>Keeps the service from starting with a section of settings that it doesn't know: a mistyped one would be overlooked. The environment is full of other programs' variables and is not looked at.</summary>
internal static class UnknownSections
{
    /// <summary>What the platform knows.</summary>
    private static readonly string[] OfPlatform = ["Urls", "AllowedHosts", "Logging", "Kestrel", "Settings", "Environment", "ContentRoot", "WebRoot", "ApplicationName", "HostingStartupAssemblies"];

    /// <summary>Looks at the names in the files and on the command line.</summary>
    /// <exception cref="InvalidDataException">There is no section of a name.</exception>
    public static void RefuseUnknownSections(this WebApplicationBuilder builder)
    {
        string[] known = [.. OfPlatform, .. builder.Services.Select(service => service.ImplementationInstance).OfType<SettingsSection>().Select(section => section.Name.Split(':')[0])];
        var written = ((IConfigurationRoot)builder.Configuration).Providers
            .Where(provider => provider is JsonConfigurationProvider or CommandLineConfigurationProvider)
            .SelectMany(provider => provider.GetChildKeys([], null));
        if (written.FirstOrDefault(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)) is not { } unknown) return;
        throw new InvalidDataException($"There is no setting {unknown}. The first names of settings are {string.Join(", ", known.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal))}.");
    }
}
