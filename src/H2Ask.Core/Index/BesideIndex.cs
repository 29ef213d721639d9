namespace H2Ask.Core.Index;

/// <summary>Where what belongs to an index is kept, if no other place is set: beside its folder, and named after it, so that nothing else is taken for it.</summary>
public static class BesideIndex
{
    /// <summary>The folder of the documents that were uploaded.</summary>
    public static string Documents(string index) => Named(index, "documents");

    /// <summary>The file of what users say of answers.</summary>
    public static string Feedback(string index) => Named(index, "feedback.jsonl");

    private static string Named(string index, string what) => $"{Path.TrimEndingDirectorySeparator(index)}-{what}";
}
