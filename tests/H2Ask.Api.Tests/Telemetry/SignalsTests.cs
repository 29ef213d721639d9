using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using H2Ask.Api.Tests.Asking;
using H2Ask.Core.Telemetry;

namespace H2Ask.Api.Tests.Telemetry;

public sealed class SignalsTests
{
    [Fact]
    public async Task What_is_asked_written_dropped_opened_and_indexed_is_counted()
    {
        var seen = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        using var listener = Listen(seen);
        await using var llm = await ScriptedLlm.StartAsync();
        llm.Script = context => ScriptedLlm.Say(context, "加氢站建设补贴最高不超过500万元。[1]\n加氢站建设补贴最高不超过900万元。[1]\n");
        await using var service = await RunningService.StartAsync(null, "--Llm:Endpoint", llm.Endpoint, "--Llm:Model", "test");

        foreach (var question in (string[])[RunningService.Question, "西红柿炒鸡蛋"])
        {
            using var response = await service.Client.PostAsJsonAsync("/api/ask", new { question });
            response.EnsureSuccessStatusCode();
        }

        foreach (var expected in (string[])[
            "h2ask.questions mode=llm outcome=answered", "h2ask.questions mode=extractive outcome=refused", "h2ask.answer.duration mode=llm outcome=answered",
            "h2ask.search.duration outcome=done", "h2ask.search.passages", "h2ask.llm.calls outcome=written", "h2ask.llm.duration outcome=written", "h2ask.llm.statements.dropped",
            "h2ask.index.opened", "h2ask.index.documents", "h2ask.index.passages", "h2ask.index.made", "h2ask.indexing.runs outcome=changed", "h2ask.indexing.duration outcome=changed"])
        {
            Assert.Contains(expected, seen.Keys);
        }
    }

    private static MeterListener Listen(ConcurrentDictionary<string, bool> seen)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == Signals.Name) listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => See(instrument, tags));
        listener.SetMeasurementEventCallback<int>((instrument, _, tags, _) => See(instrument, tags));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => See(instrument, tags));
        listener.Start();
        return listener;

        void See(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            seen[string.Join(' ', [instrument.Name, .. tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")])] = true;
    }
}
