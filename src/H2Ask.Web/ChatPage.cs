using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace H2Ask.Web;

/// <summary>Serves the chat page.</summary>
public static class ChatPage
{
    private const string Folder = "wwwroot/";

    // Everything comes from the service itself, and no script or style stands inside the page.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; "
        + "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Adds the page at <c>/</c> and its files.</summary>
    public static void MapChatPage(this IEndpointRouteBuilder endpoints)
    {
        var assembly = typeof(ChatPage).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            var path = name[Folder.Length..];
            using var stream = assembly.GetManifestResourceStream(name)!;
            var asset = PageAsset.Read(path, stream);
            endpoints.MapMethods(path == "index.html" ? "/" : "/" + path, [HttpMethods.Get, HttpMethods.Head], context => Send(context, asset))
                .ExcludeFromDescription();
        }
    }

    private static async Task Send(HttpContext context, PageAsset asset)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-cache";
        response.Headers.ETag = asset.ETag;
        response.Headers.Vary = "Accept-Encoding";
        if (request.Headers.IfNoneMatch == asset.ETag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var compressed = request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        if (compressed) response.Headers.ContentEncoding = "br";
        var content = compressed ? asset.Compressed : asset.Content;
        response.ContentType = asset.ContentType;
        response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(request.Method)) await response.Body.WriteAsync(content, context.RequestAborted);
    }
}
