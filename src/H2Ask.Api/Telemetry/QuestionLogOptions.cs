namespace H2Ask.Api.Telemetry;

/// <summary>Whether questions are logged. Section <c>Logging</c> of the settings, beside what .NET reads there.</summary>
public sealed class QuestionLogOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Logging";

    /// <summary>Whether the log holds the questions.</summary>
    public bool Questions { get; set; }
}
