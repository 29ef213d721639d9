using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace H2Ask.Api.Tests.Abuse;

/// <summary>One connection to the service, without a client that would put anything right.</summary>
internal sealed class RawConnection : IDisposable
{
    private const int Continue = 100;

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _at;
    private int _end;

    public static async Task<RawConnection> OpenAsync(Uri address, CancellationToken patience)
    {
        var connection = new RawConnection();
        await connection._socket.ConnectAsync(address.Host, address.Port, patience);
        return connection;
    }

    /// <summary>Sends a request and reads its response.</summary>
    public async Task<RawResponse> SendAsync(RawRequest request, CancellationToken patience)
    {
        try
        {
            await _socket.SendAsync(request.Bytes, patience);
            if (!request.IsFramed) _socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // The service has hung up before the end; it may have said why.
        }

        try
        {
            return await ReadAsync(request.IsHead, patience);
        }
        catch (Exception fault) when (fault is SocketException or EndOfStreamException)
        {
            return RawResponse.None;
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task<RawResponse> ReadAsync(bool isHead, CancellationToken patience)
    {
        var status = 0;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        do
        {
            headers.Clear();
            status = int.Parse((await LineAsync(patience)).Split(' ')[1], CultureInfo.InvariantCulture);
            for (var line = await LineAsync(patience); line.Length > 0; line = await LineAsync(patience)) headers[line[..line.IndexOf(':')]] = line[(line.IndexOf(':') + 1)..].Trim();
        }
        while (status == Continue);

        var isLast = headers.TryGetValue("Connection", out var connection) && connection.Equals("close", StringComparison.OrdinalIgnoreCase);
        var body = isHead || status is 204 or 304 ? []
            : headers.TryGetValue("Content-Length", out var length) ? await BytesAsync(int.Parse(length, CultureInfo.InvariantCulture), patience)
            : headers.ContainsKey("Transfer-Encoding") ? await ChunksAsync(patience)
            : await RestAsync(patience);
        return new RawResponse(status, headers.GetValueOrDefault("Content-Type", string.Empty), Encoding.UTF8.GetString(body), isLast);
    }

    private async Task<byte[]> ChunksAsync(CancellationToken patience)
    {
        var all = new MemoryStream();
        while (int.Parse(await LineAsync(patience), NumberStyles.HexNumber, CultureInfo.InvariantCulture) is > 0 and var length)
        {
            all.Write(await BytesAsync(length, patience));
            await LineAsync(patience);
        }

        await LineAsync(patience);
        return all.ToArray();
    }

    private async Task<byte[]> RestAsync(CancellationToken patience)
    {
        var all = new MemoryStream();
        while (await FillAsync(patience)) all.WriteByte(_buffer[_at++]);
        return all.ToArray();
    }

    private async Task<byte[]> BytesAsync(int count, CancellationToken patience)
    {
        var bytes = new byte[count];
        for (var read = 0; read < count;)
        {
            if (!await FillAsync(patience)) throw new EndOfStreamException();
            var part = Math.Min(count - read, _end - _at);
            _buffer.AsSpan(_at, part).CopyTo(bytes.AsSpan(read));
            (read, _at) = (read + part, _at + part);
        }

        return bytes;
    }

    private async Task<string> LineAsync(CancellationToken patience)
    {
        var line = new List<byte>();
        while (true)
        {
            if (!await FillAsync(patience)) throw new EndOfStreamException();
            var letter = _buffer[_at++];
            if (letter == '\n') return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(letter);
        }
    }

    private async ValueTask<bool> FillAsync(CancellationToken patience)
    {
        if (_at < _end) return true;
        (_at, _end) = (0, await _socket.ReceiveAsync(_buffer, patience));
        return _end > 0;
    }
}
