namespace H2Ask.Core.Index;

/// <summary>What an index was made of.</summary>
/// <param name="Fingerprint">Changes with the files, the settings and the program that cut them; an index of the same fingerprint need not be made again.</param>
/// <param name="Documents">How many documents it holds.</param>
/// <param name="Passages">How many passages it holds.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record IndexManifest(string Fingerprint, int Documents, int Passages, DateTimeOffset CreatedAt);
