namespace H2Ask.Api.Uploads;

/// <summary>The latest changes of the uploaded documents.</summary>
/// <param name="Changes">What has become of each, the latest first.</param>
public sealed record IndexingList(IReadOnlyList<IndexingStatus> Changes);
