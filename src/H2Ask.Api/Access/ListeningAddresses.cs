using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace H2Ask.Api.Access;

/// <summary>Opens the addresses that are served, whichever setting names them; none that others reach, as long as nobody has said who may ask.</summary>
internal sealed class ListeningAddresses(IOptions<AccessOptions> access, IOptions<SocketTransportOptions> sockets, ILoggerFactory logs)
    : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    private readonly SocketTransportFactory _sockets = new(sockets, logs);

    /// <summary>Whether only this machine reaches the service.</summary>
    public bool AreOfThisMachine { get; private set; } = true;

    /// <inheritdoc />
    public bool CanBind(EndPoint endpoint) => _sockets.CanBind(endpoint);

    /// <inheritdoc />
    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        if (!IsOfThisMachine(endpoint))
        {
            AreOfThisMachine = false;
            if (access.Value is { Keys.Length: 0, Open: false }) throw Unguarded(endpoint);
        }

        return _sockets.BindAsync(endpoint, cancellationToken);
    }

    private static bool IsOfThisMachine(EndPoint endpoint) => endpoint switch
    {
        IPEndPoint address => IPAddress.IsLoopback(address.Address),
        UnixDomainSocketEndPoint => true,
        _ => false,
    };

    private static OptionsValidationException Unguarded(EndPoint endpoint) => new(AccessOptions.Section, typeof(AccessOptions),
    [
        $"Others reach {endpoint}, and no key is set, so everyone could ask. Make a key (H2Ask.Indexer key --name NAME) and put the lines that it prints into the settings; "
        + "or serve this machine only (http://127.0.0.1:5080); or, if everyone who reaches that address may ask, say so: Access:Open=true (./run --open).",
    ]);
}
