using System.ComponentModel;
using H2Ask.Api.Description;
using H2Ask.Api.Hosting;
using H2Ask.Core.Index;
using Microsoft.AspNetCore.Http.HttpResults;

namespace H2Ask.Api.Documents;

/// <summary><c>GET /api/documents</c> and what is below it.</summary>
public static class DocumentEndpoints
{
    private const int LargestPage = 1000;
    private const int UsualPage = 100;
    private const string DocumentId = "The document's id, as lists and citations give it.";

    /// <summary>Adds the endpoints.</summary>
    public static void MapDocuments(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api/documents").WithTags("Documents").ProducesProblems();
        group.MapGet(string.Empty, List)
            .WithName("listDocuments")
            .TakesQuery("offset", "limit", "q", "region", "year", "kind", "file")
            .WithSummary("Lists documents")
            .WithDescription("Page by page, in the order of the corpus; what is left out of the parameters does not restrict.");
        group.MapGet("/{id}", DetailsAsync)
            .TakesQuery()
            .WithName("getDocument")
            .WithSummary("What is known of a document, with its outline")
            .WithDescription("Title, 文号, issuers, dates, validity, the headings with their places, and links to the documents that it repeats, reports on or is replaced by.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("/{id}/text", TextAsync)
            .TakesQuery()
            .WithName("getDocumentText")
            .WithSummary("A document's own text, with its place in the file")
            .WithDescription("Letter for letter, so that the places of citations and headings hold.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<DocumentList>, ProblemHttpResult> List([AsParameters] DocumentQuery query, LiveIndex live)
    {
        if (query.Offset < 0) return Problems.Invalid($"\"offset\" is {query.Offset}; it must be 0 or more.");
        if (query.Limit is < 1 or > LargestPage) return Problems.Invalid($"\"limit\" is {query.Limit}; it must be from 1 to {LargestPage}.");
        using var lease = live.Take();
        if (lease is null) return Problems.NoIndex(live);
        var found = lease.Index.Documents.Where(document => query.Match(document.Document)).ToList();
        var page = found.Skip(query.Offset ?? 0).Take(query.Limit ?? UsualPage).Select(document => new DocumentSummary(document));
        return TypedResults.Ok(new DocumentList(found.Count, [.. page]));
    }

    private static async Task<Results<Ok<DocumentDetails>, ProblemHttpResult>> DetailsAsync([Description(DocumentId)] string id, LiveIndex live, CancellationToken cancelled)
    {
        using var lease = live.Take();
        return Find(id, live, lease, out var problem) is { } document
            ? TypedResults.Ok(new DocumentDetails(document, await lease!.Index.ReadSectionsAsync(document, cancelled)))
            : problem!;
    }

    private static async Task<Results<Ok<DocumentText>, ProblemHttpResult>> TextAsync([Description(DocumentId)] string id, LiveIndex live, CancellationToken cancelled)
    {
        using var lease = live.Take();
        return Find(id, live, lease, out var problem) is { Document: var known } document
            ? TypedResults.Ok(new DocumentText(known.Id, known.File, known.Start, known.End, await lease!.Index.ReadTextAsync(document, cancelled)))
            : problem!;
    }

    private static IndexedDocument? Find(string id, LiveIndex live, IndexLease? lease, out ProblemHttpResult? problem)
    {
        var document = lease?.Index.FindDocument(id);
        problem = lease is null ? Problems.NoIndex(live)
            : document is null ? Problems.NotFound("No document has this id. GET /api/documents lists them all.")
            : null;
        return document;
    }
}
