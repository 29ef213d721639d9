using System.CommandLine;
using H2Ask.Core.Answering;
using H2Ask.Core.Answering.Llm;
using H2Ask.Core.Index;
using H2Ask.Indexer.Mcp;
using ModelContextProtocol.Server;

namespace H2Ask.Indexer.Commands;

/// <summary><c>mcp</c>: lets programs with an LLM of their own ask, over the Model Context Protocol.</summary>
internal static class McpCommand
{
    public static Command Create()
    {
        var index = CommandLine.IndexFolder();
        var model = CommandLine.Model();
        var command = new Command("mcp", "Serve the Model Context Protocol on standard input and output, for programs that have an LLM of their own") { index, model };
        command.SetAction((parsed, cancelled) => CommandLine.RunAsync(async () =>
        {
            // Standard output is the protocol's: nothing else may write there.
            await using var output = Console.OpenStandardOutput();
            Console.SetOut(Console.Error);
            var options = LlmVariables.Read();
            using var client = options.IsConfigured ? new OpenAiChatClient(options) : null;
            using var embedder = ModelEmbedder.Choose(parsed.GetValue(model));
            using var current = new CurrentIndex(CommandLine.Store(parsed, index), embedder);
            var tools = new DocumentTools(current, new Answerer(client is null ? null : new LlmAnswerer(client, options)));
            await PrepareAsync(current, cancelled);
            await ServeAsync(DocumentServer.Options(tools, new DocumentResources(current)), output, cancelled);
            return CommandLine.Success;
        }));
        return command;
    }

    /// <summary>Opens the index before the first question. One that is not there yet may be made later.</summary>
    private static async Task PrepareAsync(CurrentIndex current, CancellationToken cancelled)
    {
        try
        {
            (await current.TakeAsync(cancelled)).Dispose();
        }
        catch (IndexException fault)
        {
            CommandLine.ShowFault(fault);
        }
    }

    private static async Task ServeAsync(McpServerOptions options, Stream output, CancellationToken cancelled)
    {
        await using var transport = new StreamServerTransport(Console.OpenStandardInput(), output, "h2ask");
        await using var server = McpServer.Create(transport, options);
        try
        {
            await server.RunAsync(cancelled);
        }
        catch (OperationCanceledException) when (cancelled.IsCancellationRequested)
        {
            // Ctrl+C ends it, as the end of the input does.
        }
    }
}
