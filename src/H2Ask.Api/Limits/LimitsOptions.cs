namespace H2Ask.Api.Limits;

/// <summary>How much the service does at once and for whom. Section <c>Limits</c> of the settings.</summary>
public sealed class LimitsOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Limits";

    private const int Most = 1_000_000;
    private const int LongestWait = 3600;

    /// <summary>How many requests a key, or an address without one, may send in one go.</summary>
    public int Burst { get; set; } = 2000;

    /// <summary>How many requests a second it may send for long.</summary>
    public int PerSecond { get; set; } = 1000;

    /// <summary>How many of its requests are worked on at once.</summary>
    public int AtOnce { get; set; } = 32;

    /// <summary>How many more wait for their turn; beyond that they are refused.</summary>
    public int Waiting { get; set; } = 256;

    /// <summary>How many answers the LLM writes at once, for all together.</summary>
    public int LlmAtOnce { get; set; } = 8;

    /// <summary>How many answers wait for the LLM; beyond that it counts as busy.</summary>
    public int LlmWaiting { get; set; } = 16;

    /// <summary>How many connections are open at once.</summary>
    public int Connections { get; set; } = 1000;

    /// <summary>How large the body of a request may be (bytes), where its endpoint says nothing else.</summary>
    public int LargestRequest { get; set; } = 1 << 20;

    /// <summary>How long the head of a request may take to arrive (seconds).</summary>
    public int HeadSeconds { get; set; } = 10;

    /// <summary>How slowly the body of a request may arrive (bytes a second).</summary>
    public int SlowestBody { get; set; } = 1000;

    /// <summary>How long the service goes on when it is told to end, while it already says that it is not ready (seconds).</summary>
    public int DrainSeconds { get; set; }

    /// <summary>How long running answers may then take to end (seconds).</summary>
    public int EndSeconds { get; set; } = 30;

    /// <summary>What is wrong with the settings, a sentence each that names the setting.</summary>
    internal IReadOnlyList<string> Faults() => [.. ((string?[])[
        Outside(nameof(Burst), Burst, 1, Most),
        Outside(nameof(PerSecond), PerSecond, 1, Most),
        Outside(nameof(AtOnce), AtOnce, 1, Most),
        Outside(nameof(Waiting), Waiting, 0, Most),
        Outside(nameof(LlmAtOnce), LlmAtOnce, 1, Most),
        Outside(nameof(LlmWaiting), LlmWaiting, 0, Most),
        Outside(nameof(Connections), Connections, 1, Most),
        Outside(nameof(LargestRequest), LargestRequest, 1 << 10, 1 << 30),
        Outside(nameof(HeadSeconds), HeadSeconds, 1, LongestWait),
        Outside(nameof(SlowestBody), SlowestBody, 1, Most),
        Outside(nameof(DrainSeconds), DrainSeconds, 0, LongestWait),
        Outside(nameof(EndSeconds), EndSeconds, 0, LongestWait)]).OfType<string>()];

    private static string? Outside(string setting, int value, int least, int most) =>
        value >= least && value <= most ? null : $"The setting {Section}:{setting} must be a number from {least} to {most}.";
}
