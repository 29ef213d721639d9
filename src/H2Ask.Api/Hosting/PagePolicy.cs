namespace H2Ask.Api.Hosting;

/// <summary>What a page may load and run, where an endpoint returns one.</summary>
/// <param name="ContentSecurityPolicy">The policy, as its header says it.</param>
internal sealed record PagePolicy(string ContentSecurityPolicy);
