using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using H2Ask.Core.Answering.Llm;
using H2Ask.Core.Index;
using H2Ask.Core.Requests;
using Microsoft.Extensions.AI;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace H2Ask.Indexer.Mcp;

/// <summary>A tool that only reads, with typed arguments and content. What is wrong with a call is told to whoever called, in a sentence.</summary>
internal sealed class TypedTool<TArguments, TContent> : McpServerTool
    where TArguments : class
    where TContent : class
{
    private readonly JsonTypeInfo<TArguments> _arguments;
    private readonly JsonTypeInfo<TContent> _content;
    private readonly Func<TArguments, CancellationToken, Task<(TContent Content, string Text)>> _run;

    public TypedTool(string name, string title, string description, McpJsonContext json, Func<TArguments, CancellationToken, Task<(TContent Content, string Text)>> run)
    {
        _arguments = (JsonTypeInfo<TArguments>)json.GetTypeInfo(typeof(TArguments))!;
        _content = (JsonTypeInfo<TContent>)json.GetTypeInfo(typeof(TContent))!;
        _run = run;
        ProtocolTool = new Tool
        {
            Name = name,
            Title = title,
            Description = description,
            InputSchema = AIJsonUtilities.CreateJsonSchema(typeof(TArguments), serializerOptions: json.Options),
            OutputSchema = AIJsonUtilities.CreateJsonSchema(typeof(TContent), serializerOptions: json.Options),
            Annotations = new ToolAnnotations { Title = title, ReadOnlyHint = true, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false },
        };
    }

    public override Tool ProtocolTool { get; }

    public override IReadOnlyList<object> Metadata => [];

    public override async ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        try
        {
            var (content, text) = await _run(Read(request.Params?.Arguments), cancellationToken);
            return new CallToolResult { Content = [new TextContentBlock { Text = text }], StructuredContent = JsonSerializer.SerializeToElement(content, _content) };
        }
        catch (JsonException fault)
        {
            return Failed($"The arguments can't be read. {JsonFault.Explain(fault, typeof(TArguments), _arguments.Options)}");
        }
        catch (Exception fault) when (fault is McpException or IndexException or LlmException or IOException)
        {
            return Failed(fault.Message);
        }
    }

    private TArguments Read(IDictionary<string, JsonElement>? arguments)
    {
        var members = new JsonObject();
        foreach (var (name, value) in arguments ?? new Dictionary<string, JsonElement>()) members[name] = JsonSerializer.SerializeToNode(value, McpJsonContext.Default.JsonElement);
        if (_arguments.Properties.FirstOrDefault(known => known.IsRequired && !members.Any(given => given.Key.Equals(known.Name, StringComparison.OrdinalIgnoreCase))) is { } missing)
        {
            throw new McpException($"\"{missing.Name}\" is missing.");
        }

        return members.Deserialize(_arguments)!;
    }

    private static CallToolResult Failed(string sentence) => new() { IsError = true, Content = [new TextContentBlock { Text = sentence }] };
}
