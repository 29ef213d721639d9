using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using H2Ask.Qdrant.StandIn.Description;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace H2Ask.Qdrant.StandIn;

/// <summary>
/// Does over HTTP what H2Ask asks of a Qdrant server, in memory. Every request and answer is compared with Qdrant's own description: what is malformed
/// fails here as it would there. Vectors are compared exactly: what a real server finds only nearly is found here.
/// </summary>
internal sealed class StandInServer : IAsyncDisposable
{
    private const long LargestRequest = 32 << 20;
    private const string Collection = "/collections/{collection_name}";

    private readonly ApiDescription _description = new();
    private readonly Dictionary<string, StandInCollection> _collections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);
    private readonly Lock _turn = new();
    private readonly WebApplication _app;

    private StandInServer(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        _app = builder.Build();
        Map();
    }

    /// <summary>Its address.</summary>
    public string Url => _app.Urls.First();

    /// <summary>Starts it at a port of this machine; 0: one that is free.</summary>
    public static async Task<StandInServer> StartAsync(int port = 0)
    {
        var server = new StandInServer(port);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Waits until it is told to end.</summary>
    public Task WaitAsync() => ((IHost)_app).WaitForShutdownAsync();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Map()
    {
        On("GET", "/", (_, _) => new JsonObject { ["title"] = "qdrant - vector search engine", ["version"] = "1.16.0" }, isBare: true);
        _app.MapGet("/healthz", () => "healthz check passed");
        _app.MapGet("/readyz", () => "all shards are ready");
        On("GET", "/collections", (_, _) => new JsonObject { ["collections"] = new JsonArray([.. _collections.Keys.Select(name => new JsonObject { ["name"] = name })]) });
        On("GET", Collection, (name, _) => Information(Find(name)));
        On("PUT", Collection, Create);
        On("DELETE", Collection, Delete);
        On("GET", "/aliases", (_, _) => new JsonObject { ["aliases"] = new JsonArray([.. _aliases.Select(alias => new JsonObject { ["alias_name"] = alias.Key, ["collection_name"] = alias.Value })]) });
        On("POST", "/collections/aliases", (_, body) => ChangeAliases(body!));
        On("PUT", Collection + "/index", (name, body) => Updated(() => Find(name).IndexField(body!)));
        On("PUT", Collection + "/points", (name, body) => Updated(() => Find(name).Upload(body!)));
        On("POST", Collection + "/points", (name, body) => Find(name).Read(body!));
        On("POST", Collection + "/points/payload", (name, body) => Updated(() => Find(name).Change(body!)));
        On("POST", Collection + "/points/delete", (name, body) => Updated(() => Find(name).Delete(body!)));
        On("POST", Collection + "/points/scroll", (name, body) => Find(name).Scroll(body!));
        On("POST", Collection + "/points/count", (name, body) => new JsonObject { ["count"] = Find(name).Count(body!) });
        On("POST", Collection + "/points/query", (name, body) => Find(name).Query(body!));
        On("POST", Collection + "/points/query/batch", (name, body) => new JsonArray([.. body!["searches"]!.AsArray().Select(search => Find(name).Query(search!))]));
    }

    private void On(string method, string operation, Func<string, JsonNode?, JsonNode> act, bool isBare = false) =>
        _app.MapMethods(operation, [method], async context =>
        {
            var (status, answer) = await AnswerAsync(context, operation, act, isBare);
            var written = answer.ToJsonString();
            if (_description.FaultOfAnswer(operation, method, status, JsonNode.Parse(written)) is { } fault) (status, written) = (500, Failure($"The stand-in gave a wrong answer: {fault}").ToJsonString());
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(written);
        });

    private async Task<(int Status, JsonNode Answer)> AnswerAsync(HttpContext context, string operation, Func<string, JsonNode?, JsonNode> act, bool isBare)
    {
        try
        {
            var body = await BodyAsync(context.Request);
            var query = context.Request.Query.Select(parameter => KeyValuePair.Create(parameter.Key, parameter.Value.ToString()));
            if (_description.FaultOfRequest(operation, context.Request.Method, query, body) is { } fault) return (400, Failure($"Format error in JSON body: {fault}"));
            lock (_turn)
            {
                var result = act((string?)context.GetRouteValue("collection_name") ?? string.Empty, body);
                return (200, isBare ? result : new JsonObject { ["result"] = result, ["status"] = "ok", ["time"] = 0.0 });
            }
        }
        catch (WrongRequestException wrong)
        {
            return (wrong.Status, Failure(wrong.Message));
        }
        catch (JsonException wrong)
        {
            return (400, Failure($"Format error in JSON body: {wrong.Message}"));
        }
        catch (Exception fault)
        {
            return (500, Failure(fault.ToString()));
        }
    }

    private static async Task<JsonNode?> BodyAsync(HttpRequest request)
    {
        if (request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true) return null;
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        return JsonNode.Parse(await reader.ReadToEndAsync());
    }

    private static JsonObject Failure(string reason) => new() { ["status"] = new JsonObject { ["error"] = reason }, ["time"] = 0.0 };

    private static JsonObject Updated(Action change)
    {
        change();
        return new JsonObject { ["operation_id"] = 0, ["status"] = "completed" };
    }

    private static JsonObject Information(StandInCollection collection) => new()
    {
        ["status"] = "green",
        ["optimizer_status"] = "ok",
        ["segments_count"] = 1,
        ["points_count"] = collection.Points.Count,
        ["config"] = new JsonObject
        {
            ["params"] = new JsonObject { ["vectors"] = collection.Definition["vectors"]?.DeepClone() },
            ["hnsw_config"] = new JsonObject { ["m"] = 16, ["ef_construct"] = 100, ["full_scan_threshold"] = 10000 },
            ["optimizer_config"] = new JsonObject { ["default_segment_number"] = 0, ["flush_interval_sec"] = 5 },
        },
        ["payload_schema"] = new JsonObject(),
    };

    private StandInCollection Find(string name) =>
        _collections.TryGetValue(_aliases.GetValueOrDefault(name, name), out var collection) ? collection : throw new WrongRequestException(404, $"Not found: Collection `{name}` doesn't exist!");

    private JsonNode Create(string name, JsonNode? definition)
    {
        if (_collections.ContainsKey(name) || _aliases.ContainsKey(name)) throw new WrongRequestException(409, $"Wrong input: Collection `{name}` already exists!");
        _collections.Add(name, new StandInCollection(definition!));
        return JsonValue.Create(true);
    }

    private JsonNode Delete(string name, JsonNode? body)
    {
        var isThere = _collections.Remove(name);
        foreach (var alias in _aliases.Where(alias => alias.Value == name).Select(alias => alias.Key).ToList()) _aliases.Remove(alias);
        return JsonValue.Create(isThere);
    }

    /// <summary>One change after the other, up to the first that can't be done: none is taken back. A name that is not there can be taken away.</summary>
    private JsonValue ChangeAliases(JsonNode change)
    {
        foreach (var action in change["actions"]!.AsArray())
        {
            if (action!["delete_alias"] is { } gone)
            {
                _aliases.Remove((string)gone["alias_name"]!);
            }
            else if (action["create_alias"] is { } made)
            {
                var (alias, collection) = ((string)made["alias_name"]!, (string)made["collection_name"]!);
                if (!_collections.ContainsKey(collection)) throw new WrongRequestException(404, $"Not found: Collection `{collection}` doesn't exist!");
                if (_collections.ContainsKey(alias)) throw new WrongRequestException(409, $"Wrong input: Collection `{alias}` already exists!");
                _aliases[alias] = collection;
            }
        }

        return JsonValue.Create(true);
    }
}
