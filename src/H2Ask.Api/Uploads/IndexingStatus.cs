using H2Ask.Core.Corpus.Reading;

namespace H2Ask.Api.Uploads;

/// <summary>What has become of a change of the uploaded documents.</summary>
public sealed record IndexingStatus
{
    /// <summary>Names the change.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the file.</summary>
    public required string Name { get; init; }

    /// <summary><c>put</c> or <c>delete</c>.</summary>
    public required ChangeKind Change { get; init; }

    /// <summary><c>queued</c>, <c>indexing</c>, <c>done</c> or <c>failed</c>.</summary>
    public IndexingState State { get; init; }

    /// <summary>What is to be known of it: what it waits for, why it failed, or that a later change has taken its place.</summary>
    public string? Detail { get; init; }

    /// <summary>The documents that the file holds, the first hundred; empty until it is done.</summary>
    public IReadOnlyList<IndexedTitle> Documents { get; init; } = [];

    /// <summary>How many documents the file holds.</summary>
    public int DocumentCount { get; init; }

    /// <summary>What of the file could not be read, and why, the first hundred: the file itself, or entries of an archive.</summary>
    public IReadOnlyList<SkippedFile> Skipped { get; init; } = [];

    /// <summary>How many could not be read.</summary>
    public int SkippedCount { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When its indexing began.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it was done or had failed.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Whether nothing more will come of it.</summary>
    internal bool IsOver => State is IndexingState.Done or IndexingState.Failed;
}
