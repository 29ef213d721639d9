using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace H2Ask.Qdrant.Wire;

/// <summary>How connections to the server are made.</summary>
internal static class ServerConnection
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(10);

    /// <summary>Makes the connections. The key goes nowhere else: redirections are not followed.</summary>
    public static SocketsHttpHandler Handler(QdrantOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = ConnectTime,
            // A server that moves is found again by its name.
            PooledConnectionLifetime = LongestLife,
            UseCookies = false,
        };
        if (options.CertificateAuthority.Length > 0) handler.SslOptions.RemoteCertificateValidationCallback = TrustedBy(options.CertificateAuthority);
        return handler;
    }

    private static RemoteCertificateValidationCallback TrustedBy(string authorities)
    {
        var trusted = new X509Certificate2Collection();
        trusted.ImportFromPemFile(authorities);
        return (_, certificate, chain, errors) =>
        {
            if (errors == SslPolicyErrors.None) return true;
            if (errors != SslPolicyErrors.RemoteCertificateChainErrors || certificate is not X509Certificate2 shown || chain is null) return false;
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.AddRange(trusted);
            return chain.Build(shown);
        };
    }
}
