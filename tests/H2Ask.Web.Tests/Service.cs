using System.Diagnostics;
using System.Text.RegularExpressions;
using H2Ask.Tests;

namespace H2Ask.Web.Tests;

/// <summary>The built service in a process of its own, on a free port.</summary>
internal sealed partial class Service : IAsyncDisposable
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly TemporaryFolder? _index;

    private Service(Process process, TemporaryFolder? index, Uri address)
    {
        _process = process;
        _index = index;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Indexes a folder of documents and serves it.</summary>
    public static async Task<Service> ForAsync(string corpus)
    {
        var index = new TemporaryFolder();
        IndexMaking.Run([corpus], index.Path);
        return await StartAsync(index.Path, port: 0, index);
    }

    /// <summary>Serves what is in a folder, on a port.</summary>
    public static Task<Service> StartAsync(string index, int port = 0) => StartAsync(index, port, owned: null);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _index?.Dispose();
    }

    private static async Task<Service> StartAsync(string index, int port, TemporaryFolder? owned)
    {
        var program = Path.Combine(Repository.Root, "src", "H2Ask.Api", "bin", Configuration, "net10.0", "H2Ask.Api.dll");
        var process = ChildProcess.Start("dotnet", program, "--urls", $"http://127.0.0.1:{port}", "--Index:Path", index, "--Embedding:Model", "none");
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var log = new List<string>();
        // What the service prints is read to its end: a full pipe would hold it up.
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            return new Service(process, owned, await address.Task.WaitAsync(Patience));
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException("The service did not start: " + string.Join('\n', log));
        }

        void Read(string? line)
        {
            lock (log) log.Add(line ?? string.Empty);
            if (ListeningAt().Match(line ?? string.Empty) is { Success: true } match) address.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    [GeneratedRegex(@"listening on: (http://\S+)")]
    private static partial Regex ListeningAt();
}
