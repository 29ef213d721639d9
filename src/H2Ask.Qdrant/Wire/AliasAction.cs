namespace H2Ask.Qdrant.Wire;

/// <summary>A change of one name.</summary>
internal sealed record AliasAction
{
    /// <summary>The name that is given.</summary>
    public CollectionAlias? CreateAlias { get; init; }

    /// <summary>The name that is taken away.</summary>
    public AliasName? DeleteAlias { get; init; }
}
