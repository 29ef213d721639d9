using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace H2Ask.Core.Embedding;

/// <summary>A model's network: tokens in, vectors out. Many threads may use it at once, each with a workspace of its own.</summary>
internal sealed class Network : IDisposable
{
    private readonly InferenceSession _session;
    private readonly NetworkShape _shape;
    private readonly ModelSettings _settings;
    private readonly string _path;
    private readonly Tokenizer _tokenizer;
    private readonly string[] _inputNames;
    private readonly string[] _outputNames;
    private readonly ConcurrentQueue<NetworkWorkspace> _idle = new();

    private Network(InferenceSession session, string path, ModelSettings settings, Tokenizer tokenizer)
    {
        _session = session;
        _path = path;
        _settings = settings;
        _tokenizer = tokenizer;
        _shape = NetworkShape.Of(session, path, settings.Pooling);
        _inputNames = [.. _shape.Inputs.Select(input => input.Name)];
        _outputNames = [_shape.Output];
    }

    /// <exception cref="ModelException">The file is damaged, or is no network that can be used.</exception>
    public static Network Load(string path, ModelSettings settings, Tokenizer tokenizer)
    {
        var session = Open(path);
        try
        {
            var network = new Network(session, path, settings, tokenizer);
            network.Prove();
            return network;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public NetworkWorkspace Rent() => _idle.TryDequeue(out var idle) ? idle : new NetworkWorkspace(_inputNames.Length, _settings.MaximumTokens);

    public void Return(NetworkWorkspace workspace) => _idle.Enqueue(workspace);

    /// <summary>Makes the vectors of a batch whose first text is the longest; each is written to its text's place.</summary>
    /// <exception cref="ModelException">The network can't take the tokens, or gives what it should not.</exception>
    public void Embed(NetworkWorkspace workspace, ReadOnlySpan<TokenizedText> batch, ReadOnlySpan<float[]> vectors, CancellationToken cancelled)
    {
        var length = batch[0].Ids.Length;
        try
        {
            using var outputs = Run(workspace, batch, length, cancelled);
            Pool(workspace, outputs[0], batch, length, vectors);
        }
        finally
        {
            workspace.Clear();
        }
    }

    /// <summary>Reads the vectors of the tokens of a batch whose first text is the longest.</summary>
    /// <exception cref="ModelException">The network can't take the tokens, or gives what it should not.</exception>
    public void ReadTokens(NetworkWorkspace workspace, ReadOnlySpan<TokenizedText> batch, TokenReader reader, CancellationToken cancelled)
    {
        var length = batch[0].Ids.Length;
        try
        {
            using var outputs = Run(workspace, batch, length, cancelled);
            var numbers = Numbers(workspace, outputs[0], batch.Length, length, out var rows);
            var stride = rows * _settings.Dimensions;
            for (var i = 0; i < batch.Length; i++)
            {
                reader(batch[i].Index, numbers.Slice(i * stride, Math.Min(rows, batch[i].Ids.Length) * _settings.Dimensions));
            }
        }
        finally
        {
            workspace.Clear();
        }
    }

    public void Dispose()
    {
        while (_idle.TryDequeue(out var workspace)) workspace.Dispose();
        _session.Dispose();
    }

    private static InferenceSession Open(string path)
    {
        try
        {
            using var options = new SessionOptions
            {
                // Several batches at once, a core each, are a fifth faster than one batch on several cores, and nothing waits or spins.
                IntraOpNumThreads = 1,
                InterOpNumThreads = 1,
                // Each batch has another shape: a memory plan a shape would only grow.
                EnableMemoryPattern = false,
                LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
            };
            return new InferenceSession(path, options);
        }
        catch (OnnxRuntimeException fault)
        {
            throw new ModelException(
                $"{path} can't be opened as an ONNX model: {RuntimeFault.Reason(fault)}. It is damaged, or a file that belongs to it (such as model.onnx_data) is missing: put the model's files in anew.", fault);
        }
    }

    /// <summary>Embeds the first and the last of the vocabulary, so that a network that does not fit the other files is told at once.</summary>
    private void Prove()
    {
        var workspace = Rent();
        try
        {
            Embed(workspace, [new TokenizedText(0, new[] { 0, _tokenizer.VocabularySize - 1 })], [new float[_settings.Dimensions]], CancellationToken.None);
        }
        catch (ModelException fault) when (fault.InnerException is OnnxRuntimeException cause)
        {
            throw new ModelException(
                $"{_path} can't embed the last of the {_tokenizer.VocabularySize} tokens of tokenizer.json: {RuntimeFault.Reason(cause)}. Put in the tokenizer.json that belongs to the model.", cause);
        }
        finally
        {
            Return(workspace);
        }
    }

    private void Fill(NetworkWorkspace workspace, ReadOnlySpan<TokenizedText> batch, int length)
    {
        long[] shape = [batch.Length, length];
        for (var i = 0; i < _inputNames.Length; i++)
        {
            var input = _shape.Inputs[i];
            var size = batch.Length * length * input.Size;
            var buffer = workspace.Buffer(i, size);
            input.Fill(buffer.AsSpan(0, size), batch, length, _tokenizer.PaddingId);
            workspace.Values[i] = OrtValue.CreateTensorValueWithData(
                OrtMemoryInfo.DefaultInstance, input.Type, shape, Marshal.UnsafeAddrOfPinnedArrayElement(buffer, 0), size);
        }
    }

    private IDisposableReadOnlyCollection<OrtValue> Run(NetworkWorkspace workspace, ReadOnlySpan<TokenizedText> batch, int length, CancellationToken cancelled)
    {
        Fill(workspace, batch, length);
        workspace.Options.Terminate = false;
        using var registration = cancelled.UnsafeRegister(static options => ((RunOptions)options!).Terminate = true, workspace.Options);
        try
        {
            return _session.Run(workspace.Options, _inputNames, workspace.Values, _outputNames);
        }
        catch (OnnxRuntimeException fault)
        {
            cancelled.ThrowIfCancellationRequested();
            throw new ModelException(
                $"{_path} can't embed a text of {length} tokens: {RuntimeFault.Reason(fault)}. Set \"maximumTokens\" in h2ask.json ({_settings.MaximumTokens} now) to no more than the model takes.", fault);
        }
    }

    private void Pool(NetworkWorkspace workspace, OrtValue output, ReadOnlySpan<TokenizedText> batch, int length, ReadOnlySpan<float[]> vectors)
    {
        var numbers = Numbers(workspace, output, batch.Length, length, out var rowsOfText);
        var width = _settings.Dimensions;
        var stride = rowsOfText * width;
        for (var i = 0; i < batch.Length; i++)
        {
            var vector = vectors[batch[i].Index].AsSpan();
            var rows = numbers.Slice(i * stride, stride);
            if (_settings.Pooling == Pooling.Mean) TokenVectors.Mean(rows[..(batch[i].Ids.Length * width)], vector);
            else rows[..width].CopyTo(vector);
            Finish(vector);
        }
    }

    /// <summary>What the network gives: so many rows a text.</summary>
    private ReadOnlySpan<float> Numbers(NetworkWorkspace workspace, OrtValue output, int texts, int length, out int rows)
    {
        var shape = output.GetTensorTypeAndShape().Shape;
        RefuseShape(shape, texts, length);
        rows = shape.Length == 2 ? 1 : length;
        return workspace.Singles(output, _shape.OutputType == TensorElementType.Float16);
    }

    private void RefuseShape(ReadOnlySpan<long> shape, int texts, int length)
    {
        var fits = _settings.Pooling == Pooling.Model
            ? shape.Length == 2 && shape[0] == texts
            : shape.Length == 3 && shape[0] == texts && shape[1] == length;
        if (!fits) throw new ModelException($"{_path} gives {_shape.Output} in the shape [{string.Join(", ", shape.ToArray())}] for {texts} texts of {length} tokens. Put in an embedding model.");
        if (shape[^1] != _settings.Dimensions)
        {
            throw new ModelException($"{_path} gives vectors of {shape[^1]} numbers, but h2ask.json says {_settings.Dimensions}. Set \"dimensions\" to {shape[^1]}, if it is the right model.");
        }
    }

    private void Finish(Span<float> vector)
    {
        var isFinite = _settings.Normalise ? TokenVectors.TryNormalise(vector) : float.IsFinite(System.Numerics.Tensors.TensorPrimitives.Norm<float>(vector));
        if (!isFinite) throw new ModelException($"{_path} gives values that are no numbers or beyond all measure. It is damaged or was converted wrongly: put the model's files in anew.");
    }
}
