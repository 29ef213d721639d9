namespace H2Ask.Core.Evaluation.Sources;

/// <summary>What the service answers where something is wrong.</summary>
internal sealed record ProblemBody(string? Detail);
