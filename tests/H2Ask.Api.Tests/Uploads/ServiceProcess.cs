using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using H2Ask.Core.Access;
using H2Ask.Tests;

namespace H2Ask.Api.Tests.Uploads;

/// <summary>The service as a program of its own, that can be killed.</summary>
internal sealed partial class ServiceProcess : IAsyncDisposable
{
    private static readonly string WriteKey = SecretKey.Create();
    private static readonly string ReadKey = SecretKey.Create();

    private readonly Process _process;

    private ServiceProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        Client = ClientWith(WriteKey);
        Reader = ClientWith(ReadKey);
    }

    public Uri Address { get; }

    /// <summary>Has a key that may write.</summary>
    public HttpClient Client { get; }

    /// <summary>Has a key that may only ask.</summary>
    public HttpClient Reader { get; }

    public static async Task<ServiceProcess> StartAsync(string index, string corpus, params string[] settings)
    {
        var process = ChildProcess.Start(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "H2Ask.Api.dll"), "--urls", "http://127.0.0.1:0", "--Index:Path", index, "--Embedding:Model", "none", "--Documents:Corpus:0", corpus,
                "--Access:Keys:0:Name", "writer", "--Access:Keys:0:Hash", SecretKey.HashOf(WriteKey), "--Access:Keys:0:Write", "true",
                "--Access:Keys:1:Name", "reader", "--Access:Keys:1:Hash", SecretKey.HashOf(ReadKey),
                .. settings,
            ]);
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new List<string>();
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var ended = process.WaitForExitAsync();
        if (await Task.WhenAny(address.Task, ended) == ended) throw new InvalidOperationException("The service did not start: " + string.Join('\n', said));
        return new ServiceProcess(process, await address.Task);

        void Read(string? line)
        {
            if (line is null) return;
            said.Add(line);
            if (Listening().Match(line) is { Success: true } match) address.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    public static ByteArrayContent Text(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>Uploads a file, and waits until its status says what became of it.</summary>
    public async Task<JsonElement> PutAsync(string name, HttpContent content)
    {
        using var response = await Client.PutAsync($"/api/documents/{Uri.EscapeDataString(name)}", content);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, response.StatusCode);
        return await OverAsync(response.Headers.Location!.ToString());
    }

    /// <summary>Waits until a change is done or has failed.</summary>
    public async Task<JsonElement> OverAsync(string location)
    {
        for (var attempt = 0; attempt < 1200; attempt++)
        {
            var status = await GetAsync(location);
            if (status.GetProperty("state").GetString() is "done" or "failed") return status;
            await Task.Delay(50);
        }

        throw new InvalidOperationException($"{location} was never over.");
    }

    public async Task<JsonElement> GetAsync(string address)
    {
        using var response = await Client.GetAsync(address);
        response.EnsureSuccessStatusCode();
        return await ApiFixture.Json(response);
    }

    /// <summary>The titles of the documents of a file.</summary>
    public async Task<IReadOnlyList<string?>> TitlesAsync(string file) =>
        [.. (await GetAsync($"/api/documents?file={Uri.EscapeDataString(file)}")).GetProperty("documents").EnumerateArray().Select(document => document.GetProperty("title").GetString())];

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
        Client.Dispose();
        Reader.Dispose();
    }

    private HttpClient ClientWith(string key)
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    [GeneratedRegex(@"listening on: (http://\S+)")]
    private static partial Regex Listening();
}
