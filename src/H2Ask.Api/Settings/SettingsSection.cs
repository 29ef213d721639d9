namespace H2Ask.Api.Settings;

/// <summary>A section of the settings.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Options">The type of what it holds: each property that can be set is a setting.</param>
internal sealed record SettingsSection(string Name, Type Options);
