using Microsoft.ML.OnnxRuntime;

namespace H2Ask.Core.Tests.Embedding;

/// <summary>The ONNX Runtime that the build brings does real inference.</summary>
public sealed class OnnxRuntimeTests
{
    [Fact]
    public void A_model_multiplies_a_vector_with_its_weights()
    {
        using var session = new InferenceSession(TinyOnnxModel.MatMul(3, 2, [1, 2, 3, 4, 5, 6]));
        using var input = OrtValue.CreateTensorValueFromMemory(new float[] { 1, 10, 100 }, [1, 3]);

        using var outputs = session.Run(new RunOptions(), new Dictionary<string, OrtValue> { ["x"] = input }, ["y"]);

        Assert.Equal([531f, 642f], outputs[0].GetTensorDataAsSpan<float>().ToArray());
    }

    [Fact]
    public void A_damaged_model_is_refused()
    {
        var model = TinyOnnxModel.MatMul(3, 2, [1, 2, 3, 4, 5, 6]);

        Assert.Throws<OnnxRuntimeException>(() => new InferenceSession(model[..(model.Length / 2)]));
    }

    [Fact]
    public void The_native_library_is_the_version_that_is_pinned() =>
        Assert.Equal("1.29.0", OrtEnv.Instance().GetVersionString());
}
