using Microsoft.Extensions.Options;

namespace H2Ask.Api.Uploads;

/// <summary>Keeps the service from starting with settings of documents that can't be right.</summary>
internal sealed class DocumentsOptionsValidation : IValidateOptions<DocumentsOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, DocumentsOptions options) =>
        Faults(options).ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

    private static IEnumerable<string> Faults(DocumentsOptions options)
    {
        foreach (var folder in options.Corpus.Where(folder => !Path.Exists(folder)))
        {
            yield return $"The setting Documents:Corpus names {folder}, and there is no such folder.";
        }

        if (options.LargestUpload < 1) yield return "The setting Documents:LargestUpload must be 1 byte or more.";
        if (options.LongestText < 1) yield return "The setting Documents:LongestText must be 1 character or more.";
        if (options.LargestFolder < options.LargestUpload) yield return "The setting Documents:LargestFolder must be at least Documents:LargestUpload.";
        if (options.MostWaiting < 1) yield return "The setting Documents:MostWaiting must be 1 or more.";
    }
}
