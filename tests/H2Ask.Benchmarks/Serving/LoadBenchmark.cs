using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace H2Ask.Benchmarks.Serving;

/// <summary>Many clients at once who ask a running service, each again as soon as it is answered; refused ones come back when they are told to.</summary>
internal static class LoadBenchmark
{
    private const int Clients = 200;
    private const int Seconds = 60;

    /// <summary>Asked in turn; about the corpus that ships.</summary>
    private static readonly string[] Questions =
        ["加氢站由哪个部门负责监督？", "燃料电池汽车有什么补贴？", "氢能产业的发展目标是什么？", "绿氢制备有哪些支持政策？", "加氢站建设需要哪些手续？", "上海和重庆对加氢站的补贴有什么不同？", "储氢装备的标准有哪些？", "西红柿炒鸡蛋怎么做？"];

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var address, .. var options]) throw new ArgumentException("load needs the address of a running service.");
        var clients = Number(options, "--clients", Clients);
        var seconds = Number(options, "--seconds", Seconds);
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = clients }) { BaseAddress = new Uri(address) };
        if (Environment.GetEnvironmentVariable("H2ASK_API_KEY") is { Length: > 0 } key) client.DefaultRequestHeaders.Add("X-Api-Key", key);
        var process = Find(options);
        ShowMemory("before", process);
        var answers = new ConcurrentBag<(string Outcome, double Milliseconds)>();
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(number => AskOnAsync(client, number, answers, time.Token)));
        Show(answers, Stopwatch.GetElapsedTime(started));
        ShowMemory("after", process);
        return 0;
    }

    private static async Task AskOnAsync(HttpClient client, int number, ConcurrentBag<(string Outcome, double Milliseconds)> answers, CancellationToken time)
    {
        for (var i = number; !time.IsCancellationRequested; i++)
        {
            var started = Stopwatch.GetTimestamp();
            try
            {
                using var response = await client.PostAsJsonAsync("api/ask", new { question = Questions[i % Questions.Length] }, CancellationToken.None);
                var body = await response.Content.ReadAsStreamAsync(CancellationToken.None);
                var outcome = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
                if (response.IsSuccessStatusCode && !(await JsonDocument.ParseAsync(body, default, CancellationToken.None)).RootElement.TryGetProperty("statements", out _)) outcome += " without an answer";
                answers.Add((outcome, Stopwatch.GetElapsedTime(started).TotalMilliseconds));
                if (response.Headers.RetryAfter?.Delta is { } wait) await Task.Delay(wait, time).ContinueWith(_ => { }, TaskScheduler.Default);
            }
            catch (HttpRequestException fault)
            {
                answers.Add((fault.HttpRequestError.ToString(), Stopwatch.GetElapsedTime(started).TotalMilliseconds));
            }
        }
    }

    private static void Show(ConcurrentBag<(string Outcome, double Milliseconds)> answers, TimeSpan taken)
    {
        foreach (var outcome in answers.GroupBy(answer => answer.Outcome).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var times = outcome.Select(answer => answer.Milliseconds).Order().ToList();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{outcome.Key,-24}{times.Count,8} ({times.Count / taken.TotalSeconds:0}/s)  p50 {times[times.Count / 2]:0.0} ms  p99 {times[times.Count * 99 / 100]:0.0} ms  longest {times[^1]:0.0} ms"));
        }
    }

    private static Process? Find(string[] options) =>
        Array.IndexOf(options, "--process") is >= 0 and var at && at + 1 < options.Length ? Process.GetProcessById(int.Parse(options[at + 1], CultureInfo.InvariantCulture)) : null;

    private static void ShowMemory(string when, Process? process)
    {
        if (process is null) return;
        process.Refresh();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{when,-24}{process.WorkingSet64 >> 20,8} MB in memory, {process.PrivateMemorySize64 >> 20} MB of its own, {process.Threads.Count} threads, {process.HandleCount} handles"));
    }

    private static int Number(string[] options, string name, int usual) =>
        Array.IndexOf(options, name) is >= 0 and var at && at + 1 < options.Length ? int.Parse(options[at + 1], CultureInfo.InvariantCulture) : usual;
}
