using System.Net.Http.Json;

namespace H2Ask.Qdrant.Tests;

/// <summary>Changes what H2Ask never does.</summary>
internal static class Damage
{
    /// <summary>Gives a point another passage's id.</summary>
    public static async Task ChangeAsync(QdrantServerFixture server, string collection, Guid point)
    {
        using var http = new HttpClient { BaseAddress = new Uri(server.Url) };
        if (server.Key.Length > 0) http.DefaultRequestHeaders.Add("api-key", server.Key);
        using var response = await http.PostAsJsonAsync($"/collections/{collection}/points/payload?wait=true", new { payload = new { id = "another" }, points = new[] { point } });
        response.EnsureSuccessStatusCode();
    }
}
