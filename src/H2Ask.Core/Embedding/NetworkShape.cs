using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace H2Ask.Core.Embedding;

/// <summary>Which of a network's inputs and outputs are used; says what is wrong with a network that can't be used.</summary>
internal sealed record NetworkShape(IReadOnlyList<NetworkInput> Inputs, string Output, TensorElementType OutputType)
{
    private static readonly string[] TokenOutputs = ["last_hidden_state", "token_embeddings"];
    private static readonly string[] TextOutputs = ["sentence_embedding"];

    public static NetworkShape Of(InferenceSession session, string path, Pooling pooling)
    {
        var inputs = session.InputNames.Select(name => ReadInput(name, session.InputMetadata[name], path)).ToArray();
        if (inputs.All(input => input.Name != NetworkInput.Ids)) throw new ModelException($"{path} has no input {NetworkInput.Ids}, so it is no text model. Put in one that takes tokens.");
        var output = FindOutput(session, path, pooling);
        return new NetworkShape(inputs, output, session.OutputMetadata[output].ElementDataType);
    }

    private static NetworkInput ReadInput(string name, NodeMetadata metadata, string path)
    {
        if (!NetworkInput.IsKnown(name))
        {
            throw new ModelException($"{path} has an input {name}, which is not known here. Export the model with no inputs but input_ids, attention_mask, token_type_ids and position_ids.");
        }

        if (!metadata.IsTensor || metadata.ElementDataType is not (TensorElementType.Int64 or TensorElementType.Int32))
        {
            throw new ModelException($"{path} takes {name} as something other than int64 or int32. Export the model with whole numbers as inputs.");
        }

        return metadata.Dimensions is [< 0, < 0]
            ? new NetworkInput(name, metadata.ElementDataType)
            : throw new ModelException($"{path} takes {name} only in the fixed shape [{string.Join(", ", metadata.Dimensions)}]. Export the model with two dimensions that are free: texts and tokens.");
    }

    private static string FindOutput(InferenceSession session, string path, Pooling pooling)
    {
        var (rank, names) = pooling == Pooling.Model ? (2, TextOutputs) : (3, TokenOutputs);
        return names.FirstOrDefault(name => IsUsable(session, name, rank))
            ?? session.OutputNames.FirstOrDefault(name => IsUsable(session, name, rank))
            ?? throw new ModelException(Unusable(session, path, pooling));
    }

    private static bool IsUsable(InferenceSession session, string name, int rank) =>
        session.OutputMetadata.TryGetValue(name, out var metadata)
        && metadata.IsTensor
        && metadata.ElementDataType is TensorElementType.Float or TensorElementType.Float16
        && metadata.Dimensions.Length == rank;

    private static string Unusable(InferenceSession session, string path, Pooling pooling)
    {
        var (what, other, remedy) = pooling == Pooling.Model
            ? ("one vector a text, which \"pooling\": \"model\" asks for", 3, "set it to \"mean\" or \"cls\" in h2ask.json")
            : ($"one vector a token, which \"pooling\": \"{(pooling == Pooling.Cls ? "cls" : "mean")}\" asks for", 2, "set it to \"model\" in h2ask.json");
        var hint = session.OutputNames.Any(name => IsUsable(session, name, other)) ? $"The model card says how it pools; or {remedy}." : "Put in an embedding model.";
        return $"{path} has no output of {what} (its outputs: {string.Join(", ", session.OutputNames)}). {hint}";
    }
}
