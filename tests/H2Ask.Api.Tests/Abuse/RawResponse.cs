namespace H2Ask.Api.Tests.Abuse;

/// <summary>What came back.</summary>
/// <param name="Status">The status; 0 where the service hung up without a word.</param>
/// <param name="ContentType">The type of the body.</param>
/// <param name="Body">The body.</param>
/// <param name="IsLast">Whether the connection is closed after it.</param>
internal sealed record RawResponse(int Status, string ContentType, string Body, bool IsLast)
{
    public static RawResponse None { get; } = new(0, string.Empty, string.Empty, IsLast: true);
}
