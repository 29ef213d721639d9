namespace H2Ask.Core.Embedding.Tokenizing;

/// <summary>What is emptied to be used again.</summary>
internal interface IClearable
{
    void Clear();
}
