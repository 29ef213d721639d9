using System.Text.Json.Nodes;

namespace H2Ask.Qdrant.Tests;

/// <summary>A request that came to the proxy.</summary>
internal sealed record ProxiedRequest(string Method, string Path, byte[] Body, string Key)
{
    /// <summary>Whether it changes anything but the names of collections and who writes.</summary>
    public bool IsWrite => Method is "PUT" or "DELETE" || Path.EndsWith("/points/payload", StringComparison.Ordinal) || Path.EndsWith("/points/delete", StringComparison.Ordinal);

    /// <summary>Whether it switches to another generation.</summary>
    public bool IsSwitch => Path == "/collections/aliases";

    /// <summary>What the points of a type carry that it stores.</summary>
    public IEnumerable<JsonNode> Uploaded(string type)
    {
        if (Method != "PUT" || !Path.EndsWith("/points", StringComparison.Ordinal)) return [];
        return JsonNode.Parse(Body)!["points"]!.AsArray().Select(point => point!["payload"]!).Where(payload => (string?)payload["type"] == type);
    }
}
