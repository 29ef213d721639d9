using System.Text.Json.Serialization;

namespace H2Ask.Core.Feedback;

/// <summary>What a user says of an answer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FeedbackVerdict>))]
public enum FeedbackVerdict
{
    /// <summary>It is good.</summary>
    [JsonStringEnumMemberName("up")]
    Up,

    /// <summary>It is not.</summary>
    [JsonStringEnumMemberName("down")]
    Down,
}
