namespace H2Ask.Qdrant;

/// <summary>Where the Qdrant server is, how it is spoken to, and how collections are made. Section <c>Qdrant</c> of the settings.</summary>
public sealed class QdrantOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Qdrant";

    private const int LongestName = 100;

    /// <summary>The address of the REST API.</summary>
    public string Url { get; set; } = "http://127.0.0.1:6333";

    /// <summary>The key of the API; empty where it takes none.</summary>
    public string ApiKey { get; set; } = string.Empty;

    /// <summary>The name of the index on the server: collections and their other names begin with it.</summary>
    public string Collection { get; set; } = "h2ask";

    /// <summary>A file of certificates (PEM) that the server's is signed by; empty: those that the system trusts.</summary>
    public string CertificateAuthority { get; set; } = string.Empty;

    /// <summary>How long one request may take (seconds).</summary>
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>How often a request is tried again that failed, but need not fail again.</summary>
    public int Retries { get; set; } = 5;

    /// <summary>How long to wait before the first of these (milliseconds); each further time about twice as long.</summary>
    public int RetryMilliseconds { get; set; } = 200;

    /// <summary>How many requests write at once.</summary>
    public int Parallel { get; set; } = 4;

    /// <summary>How many points are sent in one request at most.</summary>
    public int BatchPoints { get; set; } = 128;

    /// <summary>Into how many shards a collection is divided; 0: as the server does.</summary>
    public int Shards { get; set; }

    /// <summary>On how many nodes each shard is kept.</summary>
    public int Replicas { get; set; } = 1;

    /// <summary>How many neighbours each vector has in the HNSW graph.</summary>
    public int HnswM { get; set; } = 16;

    /// <summary>How many are looked at while the graph is built.</summary>
    public int HnswEfConstruct { get; set; } = 128;

    /// <summary>How many vectors of the graph a search looks at, at the least.</summary>
    public int SearchEf { get; set; } = 512;

    /// <summary>How many times as many as are wanted are taken by the 8-bit vectors and compared again by the vectors themselves.</summary>
    public double Oversampling { get; set; } = 2;

    /// <summary>Whether vectors and payloads stay on the disk; the 8-bit vectors and the graph are in memory.</summary>
    public bool OnDisk { get; set; } = true;

    /// <summary>How long the points of the generation before are kept for the searches that have begun with it (seconds).</summary>
    public int GraceSeconds { get; set; } = 30;

    /// <summary>How long a writer that is heard of no more keeps others from writing (seconds).</summary>
    public int LeaseSeconds { get; set; } = 60;

    /// <summary>How long to wait until a new collection is optimised before it is put in use, as it is (seconds).</summary>
    public int OptimiseSeconds { get; set; } = 600;

    /// <summary>What is wrong with the settings, a sentence each that names the setting. The key is in none.</summary>
    public IReadOnlyList<string> Faults() => [.. AllFaults().OfType<string>()];

    private IEnumerable<string?> AllFaults()
    {
        if (!IsAddress(Url)) yield return "The setting Qdrant:Url must be an address that begins with http:// or https://, without a user, a query or a fragment, such as http://127.0.0.1:6333.";
        if (ApiKey.Any(letter => letter is <= ' ' or > '~')) yield return "The setting Qdrant:ApiKey must be letters, digits and signs without blanks.";
        if (!IsName(Collection)) yield return $"The setting Qdrant:Collection must be up to {LongestName} Latin letters, digits, - and _.";
        if (CertificateAuthority.Length > 0 && !File.Exists(CertificateAuthority)) yield return "The setting Qdrant:CertificateAuthority must name a file of certificates that is there.";
        yield return Outside(nameof(TimeoutSeconds), TimeoutSeconds, 1, 3600);
        yield return Outside(nameof(Retries), Retries, 0, 100);
        yield return Outside(nameof(RetryMilliseconds), RetryMilliseconds, 1, 60_000);
        yield return Outside(nameof(Parallel), Parallel, 1, 64);
        yield return Outside(nameof(BatchPoints), BatchPoints, 1, 1000);
        yield return Outside(nameof(Shards), Shards, 0, 1000);
        yield return Outside(nameof(Replicas), Replicas, 1, 100);
        yield return Outside(nameof(HnswM), HnswM, 4, 256);
        yield return Outside(nameof(HnswEfConstruct), HnswEfConstruct, 4, 10_000);
        yield return Outside(nameof(SearchEf), SearchEf, 1, 10_000);
        yield return Oversampling is >= 1 and <= 100 ? null : "The setting Qdrant:Oversampling must be a number from 1 to 100.";
        yield return Outside(nameof(GraceSeconds), GraceSeconds, 0, 3600);
        yield return Outside(nameof(LeaseSeconds), LeaseSeconds, 3, 3600);
        yield return Outside(nameof(OptimiseSeconds), OptimiseSeconds, 0, 86_400);
    }

    private static string? Outside(string setting, int value, int least, int most) =>
        value >= least && value <= most ? null : $"The setting {Section}:{setting} must be a number from {least} to {most}.";

    private static bool IsName(string name) => name.Length is > 0 and <= LongestName && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address is { UserInfo: "", Query: "", Fragment: "" };
}
