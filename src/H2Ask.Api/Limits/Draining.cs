using Microsoft.Extensions.Options;

namespace H2Ask.Api.Limits;

/// <summary>Goes on for a while when the service is told to end, so that whoever spreads the requests sees that it is not ready any more.</summary>
internal sealed class Draining(IOptions<LimitsOptions> limits, IOptions<HostOptions> host) : IHostedLifecycleService
{
    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.Delay(TimeSpan.FromSeconds(limits.Value.DrainSeconds), cancellationToken);

    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        // Set here, not where the services are added: there a wrong limit could not be explained.
        host.Value.ShutdownTimeout = TimeSpan.FromSeconds(limits.Value.DrainSeconds + limits.Value.EndSeconds);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
