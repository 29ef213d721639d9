using System.Net;
using H2Ask.Core.Access;
using Microsoft.Extensions.Options;

namespace H2Ask.Api.Access;

/// <summary>Keeps the service from starting with settings of access that can't be right.</summary>
internal sealed class AccessOptionsValidation : IValidateOptions<AccessOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, AccessOptions options) =>
        Faults(options).ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

    private static IEnumerable<string> Faults(AccessOptions options)
    {
        for (var i = 0; i < options.Keys.Length; i++)
        {
            var key = options.Keys[i];
            if (string.IsNullOrWhiteSpace(key.Name)) yield return $"The setting Access:Keys:{i}:Name is missing: say who has the key.";
            if (key.Hash.Length != SecretKey.HashDigits || !key.Hash.All(char.IsAsciiHexDigit))
            {
                yield return $"The setting Access:Keys:{i}:Hash must be the {SecretKey.HashDigits} hexadecimal digits that H2Ask.Indexer key prints, not the key itself.";
            }
        }

        if (Repeated(options.Keys.Select(key => key.Name)) is { } twice) yield return $"The setting Access:Keys names two keys {twice}: give each a name of its own.";
        for (var i = 0; i < options.Proxies.Length; i++)
        {
            if (!IPNetwork.TryParse(options.Proxies[i], out _) && !IPAddress.TryParse(options.Proxies[i], out _))
            {
                yield return $"The setting Access:Proxies:{i} must be an address (10.0.0.2) or a network (10.0.0.0/8).";
            }
        }

        for (var i = 0; i < options.Origins.Length; i++)
        {
            if (!IsOrigin(options.Origins[i])) yield return $"The setting Access:Origins:{i} must be a site such as https://intranet.example.org, without a path.";
        }
    }

    private static string? Repeated(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1 && group.Key.Length > 0)?.Key;

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var site) && site.Scheme is "http" or "https" && site.GetLeftPart(UriPartial.Authority) == text;
}
