using System.Text.Json.Serialization;

namespace H2Ask.Api.Uploads;

/// <summary>How far a change of the uploaded documents is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IndexingState>))]
public enum IndexingState
{
    /// <summary>It waits for its turn.</summary>
    [JsonStringEnumMemberName("queued")]
    Queued,

    /// <summary>It is being read and indexed.</summary>
    [JsonStringEnumMemberName("indexing")]
    Indexing,

    /// <summary>Questions are answered with it.</summary>
    [JsonStringEnumMemberName("done")]
    Done,

    /// <summary>It did not succeed; the answers are as before.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
