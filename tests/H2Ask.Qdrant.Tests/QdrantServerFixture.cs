using H2Ask.Qdrant.StandIn;

namespace H2Ask.Qdrant.Tests;

/// <summary>The server that the tests ask: the one that H2ASK_QDRANT_URL names (its key in H2ASK_QDRANT_KEY), else the stand-in.</summary>
public sealed class QdrantServerFixture : IAsyncLifetime
{
    private StandInServer? _standIn;

    /// <summary>Its address.</summary>
    public string Url { get; private set; } = Environment.GetEnvironmentVariable("H2ASK_QDRANT_URL") ?? string.Empty;

    /// <summary>Its key; empty where it takes none.</summary>
    public string Key { get; } = Environment.GetEnvironmentVariable("H2ASK_QDRANT_KEY") ?? string.Empty;

    /// <summary>Whether it is the stand-in, which compares vectors exactly.</summary>
    public bool IsStandIn => _standIn is not null;

    public async Task InitializeAsync()
    {
        if (Url.Length > 0) return;
        _standIn = await StandInServer.StartAsync();
        Url = _standIn.Url;
    }

    public async Task DisposeAsync()
    {
        if (_standIn is not null) await _standIn.DisposeAsync();
    }
}
