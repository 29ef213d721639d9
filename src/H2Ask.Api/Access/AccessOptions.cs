namespace H2Ask.Api.Access;

/// <summary>Who may use the service. Section <c>Access</c> of the settings.</summary>
public sealed class AccessOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Access";

    /// <summary>The keys that are taken. With any key set, asking needs one, unless <see cref="Open"/>.</summary>
    public KeySettings[] Keys { get; set; } = [];

    /// <summary>Whether everyone who reaches the service may ask without a key, at whatever address it is served. Changing documents needs a key all the same.</summary>
    public bool Open { get; set; }

    /// <summary>The proxies (addresses, or networks such as <c>10.0.0.0/8</c>) that are believed whom they forward for.</summary>
    public string[] Proxies { get; set; } = [];

    /// <summary>The other sites (<c>https://intranet.example.org</c>) whose pages may use the service from a browser.</summary>
    public string[] Origins { get; set; } = [];

    /// <summary>Whether asking needs no key.</summary>
    internal bool IsReadingOpen => Open || Keys.Length == 0;
}
