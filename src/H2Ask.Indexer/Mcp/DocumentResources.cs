using System.Globalization;
using H2Ask.Core.Corpus;
using H2Ask.Core.Index;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace H2Ask.Indexer.Mcp;

/// <summary>The documents as resources: listed page by page, each with its text.</summary>
internal sealed class DocumentResources(CurrentIndex index)
{
    private const int Page = 100;
    private const string Documents = "h2ask://documents/";
    private const string PlainText = "text/plain";

    /// <summary>The form of their addresses.</summary>
    public static ListResourceTemplatesResult Templates() => new()
    {
        ResourceTemplates =
        [
            new ResourceTemplate { Name = "document", Title = "Policy document", UriTemplate = Documents + "{id}", Description = "The text of a policy document, letter for letter, by its id.", MimeType = PlainText },
        ],
    };

    /// <summary>A page of the list. A cursor holds for the generation of the index that it was given for.</summary>
    public async ValueTask<ListResourcesResult> ListAsync(string? cursor, CancellationToken cancelled)
    {
        using var lease = await TakeAsync(cancelled);
        var documents = lease.Index.Documents;
        var from = cursor is null ? 0 : OffsetOf(cursor, lease.Index);
        var to = Math.Min(from + Page, documents.Count);
        return new ListResourcesResult
        {
            Resources = [.. documents.Skip(from).Take(Page).Select(document => Describe(document.Document))],
            NextCursor = to < documents.Count ? string.Create(CultureInfo.InvariantCulture, $"{to}@{lease.Index.Generation}") : null,
        };
    }

    /// <summary>A document's text.</summary>
    public async ValueTask<ReadResourceResult> ReadAsync(string? uri, CancellationToken cancelled)
    {
        using var lease = await TakeAsync(cancelled);
        var id = uri?.StartsWith(Documents, StringComparison.Ordinal) == true ? Uri.UnescapeDataString(uri[Documents.Length..]) : string.Empty;
        var document = lease.Index.FindDocument(id)
            ?? throw new McpProtocolException($"There is no such document. Its address is {Documents} and an id that resources/list returns.", McpErrorCode.ResourceNotFound);
        return new ReadResourceResult { Contents = [new TextResourceContents { Uri = uri!, MimeType = PlainText, Text = await lease.Index.ReadTextAsync(document, cancelled) }] };
    }

    private async Task<IndexLease> TakeAsync(CancellationToken cancelled)
    {
        try
        {
            return await index.TakeAsync(cancelled);
        }
        catch (IndexException fault)
        {
            throw new McpProtocolException(fault.Message, McpErrorCode.InternalError);
        }
    }

    private static int OffsetOf(string cursor, IPassageIndex index)
    {
        var parts = cursor.Split('@', 2);
        var isCursor = parts.Length == 2 && parts[1] == index.Generation;
        return isCursor && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var offset) && offset <= index.Documents.Count
            ? offset
            : throw new McpProtocolException("The cursor is none of this index, which may have changed since. List from the beginning.", McpErrorCode.InvalidParams);
    }

    private static Resource Describe(PolicyDocument document)
    {
        string?[] known = [string.Concat(document.Region), document.DocumentNumber, string.Join('、', document.Issuers), document.Date?.ToString(), document.Status];
        return new Resource
        {
            Uri = Documents + Uri.EscapeDataString(document.Id),
            Name = document.Id,
            Title = document.Title,
            Description = string.Join(" · ", known.Where(field => !string.IsNullOrEmpty(field))),
            MimeType = PlainText,
        };
    }
}
