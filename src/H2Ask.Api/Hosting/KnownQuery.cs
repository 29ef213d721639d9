namespace H2Ask.Api.Hosting;

/// <summary>Refuses what an address asks for and the endpoint does not know: a mistyped filter would silently not filter.</summary>
internal static class KnownQuery
{
    private const int LongestEcho = 100;

    /// <summary>Lets through only these query parameters, each once.</summary>
    public static RouteHandlerBuilder TakesQuery(this RouteHandlerBuilder endpoint, params string[] known) =>
        endpoint.AddEndpointFilter((context, next) =>
            Fault(context.HttpContext.Request.Query, known) is { } fault ? ValueTask.FromResult<object?>(Problems.Invalid(fault)) : next(context));

    private static string? Fault(IQueryCollection query, string[] known)
    {
        foreach (var (name, values) in query)
        {
            var shown = name.Length > LongestEcho ? name[..LongestEcho] : name;
            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase)) return $"There is no query parameter \"{shown}\". {Named(known)}";
            if (values.Count > 1) return $"The query parameter \"{shown}\" stands in the address {values.Count} times. Send it once.";
        }

        return null;
    }

    private static string Named(string[] known) => known.Length == 0
        ? "This endpoint takes none: send what is asked in the body."
        : $"There are {string.Join(", ", known.Select(name => $"\"{name}\""))}.";
}
