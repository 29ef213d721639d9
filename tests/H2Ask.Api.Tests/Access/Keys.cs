using H2Ask.Core.Access;

namespace H2Ask.Api.Tests.Access;

/// <summary>Keys of a test, and the settings that let them in.</summary>
internal static class Keys
{
    public static readonly string Reader = SecretKey.Create();
    public static readonly string Writer = SecretKey.Create();

    public static readonly string[] ReaderSettings = ["--Access:Keys:0:Name", "reader", "--Access:Keys:0:Hash", SecretKey.HashOf(Reader)];

    public static readonly string[] WriterSettings =
        ["--Access:Keys:1:Name", "writer", "--Access:Keys:1:Hash", SecretKey.HashOf(Writer).ToUpperInvariant(), "--Access:Keys:1:Write", "true"];
}
