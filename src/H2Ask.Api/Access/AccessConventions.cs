namespace H2Ask.Api.Access;

/// <summary>Which key an endpoint needs. One that says nothing needs a key as soon as asking does.</summary>
public static class AccessConventions
{
    /// <summary>The name of the policy of endpoints that change something.</summary>
    internal const string WritePolicy = "write";

    /// <summary>Only a key that may write opens it, on this machine too.</summary>
    public static TBuilder RequireWriteKey<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.RequireAuthorization(WritePolicy);

    /// <summary>It never needs a key.</summary>
    public static TBuilder WithoutKey<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.AllowAnonymous();
}
