using System.Text.Json.Serialization;

namespace H2Ask.Api.Uploads;

/// <summary>What is done to an uploaded document.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChangeKind>))]
public enum ChangeKind
{
    /// <summary>It is new, or takes the place of the one of its name.</summary>
    [JsonStringEnumMemberName("put")]
    Put,

    /// <summary>It is deleted.</summary>
    [JsonStringEnumMemberName("delete")]
    Delete,
}
