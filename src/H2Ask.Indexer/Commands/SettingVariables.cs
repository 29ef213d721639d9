using System.Globalization;

namespace H2Ask.Indexer.Commands;

/// <summary>Settings of a section, from the environment: the variables that the service takes too.</summary>
/// <param name="section">The section.</param>
internal sealed class SettingVariables(string section)
{
    /// <summary>A setting's text; null where there is none.</summary>
    public string? Text(string setting) => Environment.GetEnvironmentVariable($"{section}__{setting}");

    /// <summary>A setting that is a number.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public T Number<T>(string setting, T usual)
        where T : IParsable<T>
    {
        if (Text(setting) is not { Length: > 0 } text) return usual;
        return T.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : throw new ArgumentException($"The setting {section}:{setting} must be a number.");
    }

    /// <summary>A setting that is true or false.</summary>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public bool Choice(string setting, bool usual)
    {
        if (Text(setting) is not { Length: > 0 } text) return usual;
        return bool.TryParse(text, out var choice) ? choice : throw new ArgumentException($"The setting {section}:{setting} must be true or false.");
    }
}
