namespace H2Ask.Api.Access;

/// <summary>One key that the service takes, as <c>H2Ask.Indexer key</c> prints it.</summary>
public sealed class KeySettings
{
    /// <summary>Who has it, as logs and limits name it.</summary>
    public string Name { get; set; } = string.Empty;

    /// <summary>The SHA-256 hash of the key, in hexadecimal digits.</summary>
    public string Hash { get; set; } = string.Empty;

    /// <summary>Whether it may change documents; every key may ask.</summary>
    public bool Write { get; set; }
}
