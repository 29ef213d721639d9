using Microsoft.Extensions.Options;

namespace H2Ask.Api.Settings;

/// <summary>Adds sections of the settings.</summary>
internal static class SettingsRegistration
{
    /// <summary>Adds a section of our own: it is read and checked at the start, and what would be overlooked stops the start.</summary>
    public static OptionsBuilder<TOptions> AddSettings<TOptions>(this IServiceCollection services, string section)
        where TOptions : class
    {
        services.AddSingleton(new SettingsSection(section, typeof(TOptions)));
        services.AddSingleton<IConfigureOptions<TOptions>>(found => new SettingsShape<TOptions>(found.GetRequiredService<IConfiguration>().GetSection(section)));
        return services.AddOptions<TOptions>().BindConfiguration(section).ValidateOnStart();
    }
}
