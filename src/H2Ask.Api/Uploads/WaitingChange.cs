namespace H2Ask.Api.Uploads;

/// <summary>A change of the uploaded documents that waits to be indexed.</summary>
/// <param name="Id">Names it; later ones sort behind.</param>
/// <param name="Name">The name of the file.</param>
/// <param name="Kind">What is to be done.</param>
internal sealed record WaitingChange(string Id, string Name, ChangeKind Kind);
