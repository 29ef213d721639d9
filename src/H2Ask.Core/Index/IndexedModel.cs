namespace H2Ask.Core.Index;

/// <summary>The embedding model that an index was made with.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Identity">Changes with the content of the model's files.</param>
/// <param name="Dimensions">How many numbers its vectors have.</param>
public sealed record IndexedModel(string Name, string Identity, int Dimensions);
