using System.ComponentModel;
using H2Ask.Core.Corpus;

namespace H2Ask.Indexer.Mcp;

/// <summary>What is known of a document.</summary>
internal sealed record SourceContent
{
    [Description("Names the document; read_document takes it.")]
    public required string Id { get; init; }

    [Description("Its title.")]
    public required string Title { get; init; }

    [Description("发文字号.")]
    public string? DocumentNumber { get; init; }

    [Description("The bodies that issued it.")]
    public required IReadOnlyList<string> Issuers { get; init; }

    [Description("The place it is for, from the largest.")]
    public required IReadOnlyList<string> Region { get; init; }

    [Description("规划, 办法, 通知 …")]
    public string? Kind { get; init; }

    [Description("征求意见稿, 试行, 正式 …")]
    public string? Status { get; init; }

    [Description("Its date, as exact as the text gives it.")]
    public string? Date { get; init; }

    [Description("The last day it is valid.")]
    public string? ValidUntil { get; init; }

    [Description("The document that takes its place, by id.")]
    public string? SupersededBy { get; init; }

    [Description("The file it stands in.")]
    public required string File { get; init; }

    public static SourceContent Of(PolicyDocument document) => new()
    {
        Id = document.Id,
        Title = document.Title,
        DocumentNumber = document.DocumentNumber,
        Issuers = document.Issuers,
        Region = document.Region,
        Kind = document.Kind,
        Status = document.Status,
        Date = document.Date?.ToString(),
        ValidUntil = document.ValidUntil?.ToString(),
        SupersededBy = document.SupersededBy,
        File = document.File,
    };
}
