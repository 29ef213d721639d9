using System.Text;

namespace H2Ask.Api.Hosting;

/// <summary>Refuses bodies in a charset that is not known: their readers would take that for a fault of the service.</summary>
internal static class Charsets
{
    /// <summary>Adds the check.</summary>
    public static void UseKnownCharsets(this WebApplication app) => app.Use((context, next) =>
        context.Request.GetTypedHeaders().ContentType is { Charset: { HasValue: true } charset } && !IsKnown(charset.Value)
            ? Problems.RefuseAsync(context, StatusCodes.Status415UnsupportedMediaType, "The charset is not known", "Send the request in UTF-8, with the header Content-Type: application/json.")
            : next(context));

    private static bool IsKnown(string charset)
    {
        try
        {
            return Encoding.GetEncoding(charset) is not null;
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
