using System.Globalization;

namespace H2Ask.Api.Asking;

/// <summary>Links into the page's source view.</summary>
internal static class SourceLink
{
    /// <summary>The address, relative to the service, that shows the document with the place marked.</summary>
    public static string To(string documentId, int start, int end) =>
        string.Create(CultureInfo.InvariantCulture, $"/#source/{Uri.EscapeDataString(documentId)}/{start}-{end}");
}
