using System.Reflection;
using Microsoft.Extensions.Options;

namespace H2Ask.Api.Settings;

/// <summary>Keeps the service from starting with settings that would be overlooked: mistyped ones, ones without a value, a list given as one value. A key that is overlooked leaves the service open.</summary>
internal sealed class SettingsShape<TOptions>(IConfigurationSection section) : IConfigureOptions<TOptions>
    where TOptions : class
{
    /// <summary>Checks the settings before they are read: those who check what was read can rely on it.</summary>
    /// <exception cref="OptionsValidationException">A setting is wrong.</exception>
    public void Configure(TOptions options)
    {
        if (Faults(section, typeof(TOptions)).ToList() is { Count: > 0 } faults) throw new OptionsValidationException(section.Path, typeof(TOptions), faults);
    }

    private static IEnumerable<string> Faults(IConfigurationSection section, Type type) =>
        section.GetChildren().SelectMany(setting => Properties(type).FirstOrDefault(known => known.Name.Equals(setting.Key, StringComparison.OrdinalIgnoreCase)) switch
        {
            null => [$"There is no setting {setting.Path}: {section.Path} takes {Names(type)}."],
            { PropertyType: { IsArray: true } list } => OfList(setting, list.GetElementType()!),
            _ => OfValue(setting),
        });

    private static IEnumerable<string> OfList(IConfigurationSection list, Type element)
    {
        // An empty list is read as an empty value.
        if (list.Value is { Length: > 0 }) return [$"The setting {list.Path} is a list: its first member is {list.Path}:0."];
        return list.GetChildren().SelectMany(item =>
            element == typeof(string) ? OfValue(item)
            : item.GetChildren().Any() ? Faults(item, element)
            : [$"The setting {item.Path} is no value: it takes {Names(element)}, as {list.Path}:0:{Properties(element).First().Name}."]);
    }

    private static IEnumerable<string> OfValue(IConfigurationSection setting) =>
        setting.Value is null ? [$"The setting {setting.Path} must be one value; leave it out where there is none."] : [];

    private static string Names(Type type) => string.Join(", ", Properties(type).Select(known => known.Name));

    private static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties().Where(property => property.CanWrite);
}
