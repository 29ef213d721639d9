using H2Ask.Api.Hosting;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace H2Ask.Api.Uploads;

/// <summary>Receives uploaded files, within the limits, onto the disk and never into memory.</summary>
internal sealed partial class UploadReceiving(UploadFolder folder, UploadQueue queue, CorpusIndexing corpus, IOptions<DocumentsOptions> options, ILogger<UploadReceiving> logger)
{
    private const int BufferSize = 1 << 16;

    private const string Conflict = "The documents can't be changed so";
    private const string NoRoom = "There is no room for it";

    /// <summary>Receives a file, to be indexed.</summary>
    public async Task<(IndexingStatus? Status, ProblemHttpResult? Problem)> ReceiveAsync(string name, HttpContext http)
    {
        var request = http.Request;
        var isNew = request.Headers.IfNoneMatch.Contains("*");
        if (WhyNot(name) is { } problem) return (null, problem);
        if (isNew && queue.Holds(name)) return (null, Exists());
        if (request.ContentLength > options.Value.LargestUpload) return (null, TooLarge());
        if (request.HasFormContentType) return (null, Problems.Invalid("The body must be the bytes of the file, not a form: curl --upload-file FILE, not --form."));
        if (folder.Size() + (request.ContentLength ?? 0) > options.Value.LargestFolder) return (null, Full());
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = options.Value.LargestUpload;

        try
        {
            return await ReceiveAsync(name, isNew, http);
        }
        catch (Exception fault) when (IsOfTheDisk(fault))
        {
            return (null, NotWritten());
        }
    }

    /// <summary>Takes the order to delete a document.</summary>
    public (IndexingStatus? Status, ProblemHttpResult? Problem) Delete(string name, HttpContext http)
    {
        if (WhyNot(name) is { } problem) return (null, problem);
        if (!queue.Holds(name)) return (null, Missing());
        try
        {
            return AddDeletion(name, http);
        }
        catch (Exception fault) when (IsOfTheDisk(fault))
        {
            return (null, NotWritten());
        }
    }

    private async Task<(IndexingStatus? Status, ProblemHttpResult? Problem)> ReceiveAsync(string name, bool isNew, HttpContext http)
    {
        var received = folder.BeginReceiving();
        try
        {
            var length = await SaveAsync(http.Request.Body, Path.Combine(received, name), http.RequestAborted);
            if (length == 0) return (null, Problems.Invalid("The body is empty: send the bytes of the file."));
            if (length > options.Value.LargestUpload) return (null, TooLarge());
            if (folder.Size() > options.Value.LargestFolder) return (null, Full());
            return Logged(queue.TryAdd(name, ChangeKind.Put, received, holds: isNew ? false : null), http) is { } status ? (status, null) : (null, Exists());
        }
        finally
        {
            UploadFolder.Abandon(received);
        }
    }

    private (IndexingStatus? Status, ProblemHttpResult? Problem) AddDeletion(string name, HttpContext http)
    {
        var received = folder.BeginReceiving();
        try
        {
            return Logged(queue.TryAdd(name, ChangeKind.Delete, received, holds: true), http) is { } status ? (status, null) : (null, Missing());
        }
        finally
        {
            UploadFolder.Abandon(received);
        }
    }

    /// <summary>Says in the log whose key a change came with; the name of the file is the user's.</summary>
    private IndexingStatus? Logged(IndexingStatus? status, HttpContext http)
    {
        if (status is not null) LogReceived(logger, status.Id, status.Change, http.User.Identity?.Name);
        return status;
    }

    /// <summary>Writes a file, and waits until it is on the disk.</summary>
    /// <returns>How long it is; more than may be received where it is not received to its end.</returns>
    private async Task<long> SaveAsync(Stream body, string path, CancellationToken cancelled)
    {
        var length = 0L;
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize, FileOptions.Asynchronous);
        var buffer = new byte[BufferSize];
        while (length <= options.Value.LargestUpload && await body.ReadAsync(buffer, cancelled) is > 0 and var count)
        {
            length += count;
            await file.WriteAsync(buffer.AsMemory(0, count), cancelled);
        }

        await file.FlushAsync(cancelled);
        file.Flush(flushToDisk: true);
        return length;
    }

    private ProblemHttpResult? WhyNot(string name)
    {
        if (corpus.WhyNot() is { } reason) return Problem(StatusCodes.Status409Conflict, Conflict, reason);
        if (!folder.IsOpen) return Problem(StatusCodes.Status503ServiceUnavailable, "No documents are taken at present", "The folder of uploaded documents can't be used: another service has it, or it can't be written. The log of the service says which.");
        if (options.Value.Corpus.Any(path => Path.Exists(Path.Combine(path, name)) || Path.GetFileName(path) == name))
        {
            return Problem(StatusCodes.Status409Conflict, Conflict, "A file of the corpus bears this name. Only uploaded files can be changed here: choose another name, or have the folder of the corpus changed.");
        }

        return queue.IsFull
            ? Problem(StatusCodes.Status429TooManyRequests, "Too many changes wait", $"{options.Value.MostWaiting} changes wait to be indexed already. Send this again when some are done: GET /api/indexing lists them.")
            : null;
    }

    /// <summary>Whether what failed is the writing, not the client that sends.</summary>
    private static bool IsOfTheDisk(Exception fault) => fault is UnauthorizedAccessException or (IOException and not (BadHttpRequestException or ConnectionResetException));

    private static ProblemHttpResult NotWritten() => Problem(
        StatusCodes.Status507InsufficientStorage, NoRoom, "It could not be written to the disk of the service. Whoever runs it must make room.");

    private ProblemHttpResult TooLarge() => Problem(
        StatusCodes.Status413PayloadTooLarge, "The file is too large", $"An uploaded file may have {options.Value.LargestUpload} bytes. Upload it in parts, pack it as .zip, or have it put into the folder of the corpus.");

    private ProblemHttpResult Full() => Problem(
        StatusCodes.Status507InsufficientStorage, NoRoom, $"All uploaded files together may have {options.Value.LargestFolder} bytes. Delete some, or have Documents:LargestFolder raised.");

    private static ProblemHttpResult Exists() => Problem(
        StatusCodes.Status412PreconditionFailed, Conflict, "There is an uploaded file of this name already. Without If-None-Match: * it is replaced.");

    private static ProblemHttpResult Missing() => Problems.NotFound("No uploaded file bears this name.");

    [LoggerMessage(EventId = 23, Level = LogLevel.Information, Message = "Change {Change} of the uploaded documents ({Kind}) received with the key {Key}")]
    private static partial void LogReceived(ILogger logger, string change, ChangeKind kind, string? key);

    private static ProblemHttpResult Problem(int status, string title, string detail) => TypedResults.Problem(detail, statusCode: status, title: title);
}
