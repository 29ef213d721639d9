using System.Globalization;
using System.Threading.RateLimiting;
using H2Ask.Api.Hosting;
using H2Ask.Api.Settings;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace H2Ask.Api.Limits;

/// <summary>Keeps one client from taking the service away from the others.</summary>
internal static class LimitsSetup
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Adds the services.</summary>
    public static void AddLimits(this IServiceCollection services)
    {
        services.AddSettings<LimitsOptions>(LimitsOptions.Section);
        services.AddSingleton<IValidateOptions<LimitsOptions>, LimitsOptionsValidation>();
        services.AddRateLimiter(limiter => limiter.OnRejected = RefuseAsync);
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<LimitsOptions>>((limiter, limits) => limiter.GlobalLimiter = Limiter(limits.Value));
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<LimitsOptions>>((kestrel, limits) => Limit(kestrel, limits.Value));
        services.AddHostedService<Draining>();
    }

    private static PartitionedRateLimiter<HttpContext> Limiter(LimitsOptions limits) => PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(ClientName.Of(context), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = limits.Burst,
            TokensPerPeriod = limits.PerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        })),
        PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetConcurrencyLimiter(ClientName.Of(context), _ => new ConcurrencyLimiterOptions
        {
            PermitLimit = limits.AtOnce,
            QueueLimit = limits.Waiting,
        })));

    private static void Limit(KestrelServerOptions kestrel, LimitsOptions limits)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = limits.LargestRequest;
        kestrel.Limits.MaxConcurrentConnections = limits.Connections;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(limits.HeadSeconds);
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(limits.SlowestBody, Grace);
    }

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancelled)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
        rejected.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        await Problems.RefuseAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "Too many requests", $"Wait {wait} s (the header Retry-After), then ask again, and fewer at once.");
    }
}
