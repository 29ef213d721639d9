namespace H2Ask.Api.Uploads;

/// <summary>A document that came of an uploaded file.</summary>
/// <param name="Id">Names the document.</param>
/// <param name="Title">Its title.</param>
public sealed record IndexedTitle(string Id, string Title);
