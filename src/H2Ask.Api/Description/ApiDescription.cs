using H2Ask.Api.Hosting;
using Microsoft.OpenApi;

namespace H2Ask.Api.Description;

/// <summary>What the service says of its own endpoints: <c>/openapi/v1.json</c>, and <c>/docs</c> to read it and try them.</summary>
public static class ApiDescription
{
    private const string Bearer = "bearer";
    private const string Header = "header";

    // Everything comes from the service itself, and no script or style stands inside the page.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Adds the services.</summary>
    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer<ExampleTransformer>();
        options.AddSchemaTransformer<SchemaTransformer>();
    });

    /// <summary>Adds the endpoints.</summary>
    public static void MapApiDescription(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOpenApi();
        // The page of its own: the one that comes with it has a style inside, which the Content-Security-Policy forbids.
        endpoints.MapSwaggerUI("docs", page => page.IndexStream = () => Read("index.html")).WithMetadata(new PagePolicy(ContentSecurityPolicy));
        endpoints.MapGet("/docs/start.js", () => TypedResults.Stream(Read("start.js"), "text/javascript; charset=utf-8")).ExcludeFromDescription();
    }

    private static Stream Read(string file) => typeof(ApiDescription).Assembly.GetManifestResourceStream($"docs/{file}")!;

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "H2Ask",
            Version = "v1",
            Description = "Answers questions from policy documents and proves every sentence by quotes. Under /v1 are the endpoints that OpenAI's clients use as they are.",
        };
        // The address is the one that the description was read from.
        document.Servers = null;
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer, Description = "A key of the service, where it asks for one." },
            [Header] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "X-Api-Key", Description = "The same key in a header of its own." },
        };
        document.Security =
        [
            new OpenApiSecurityRequirement(),
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] },
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Header, document)] = [] },
        ];
    }
}
