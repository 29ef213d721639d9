namespace H2Ask.Api.Documents;

/// <summary>A page of the list of documents.</summary>
/// <param name="Total">How many documents fit in all.</param>
/// <param name="Documents">The documents of this page.</param>
public sealed record DocumentList(int Total, IReadOnlyList<DocumentSummary> Documents);
