using System.ComponentModel.DataAnnotations;

namespace H2Ask.Api.Hosting;

/// <summary>Where the index is. Section <c>Index</c> of the settings.</summary>
public sealed class IndexOptions
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Index";

    /// <summary>The folder of the index, relative to the current directory or absolute.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "The setting Index:Path must name the folder of the index.")]
    public string Path { get; set; } = "data/index";
}
