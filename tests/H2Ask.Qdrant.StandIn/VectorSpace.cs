using System.Numerics.Tensors;
using System.Text.Json.Nodes;

namespace H2Ask.Qdrant.StandIn;

/// <summary>A vector of a collection's points: what may be stored in it, and how near two are.</summary>
internal sealed class VectorSpace
{
    private readonly string _name;
    private readonly bool _isSparse;
    private readonly bool _isMulti;
    private readonly bool _isCosine;
    private readonly int _size;

    public VectorSpace(string name, JsonNode definition, bool isSparse)
    {
        (_name, _isSparse) = (name, isSparse);
        if (isSparse)
        {
            IsWeighted = (string?)definition["modifier"] == "idf";
            return;
        }

        _size = (int)definition["size"]!;
        _isMulti = definition["multivector_config"] is not null;
        _isCosine = (string)definition["distance"]! switch
        {
            "Cosine" => true,
            "Dot" => false,
            var other => throw new NotSupportedException($"The stand-in has no distance {other}."),
        };
    }

    /// <summary>Whether a question's numbers are multiplied by how rare their places are.</summary>
    public bool IsWeighted { get; }

    /// <summary>Reads a vector as it is stored.</summary>
    public StoredVector Read(JsonNode vector)
    {
        if (_isSparse) return ReadSparse(vector);
        if (vector is not JsonArray rows) throw Wrong($"Not existing vector name error or wrong kind of vector: {_name}");
        if (!_isMulti) return new StoredVector([ReadRow(rows)]);
        // A question may come as one vector, which is as good as one of one.
        if (rows.Count > 0 && rows[0] is not JsonArray) return new StoredVector([ReadRow(rows)]);
        return rows.Count > 0 ? new StoredVector([.. rows.Select(row => ReadRow((JsonArray)row!))]) : throw Wrong($"Vector {_name} of no vectors");
    }

    /// <summary>How near a stored vector is to a question; null: they have nothing in common.</summary>
    public float? Score(StoredVector question, StoredVector stored)
    {
        if (_isSparse) return SparseProduct(question, stored);
        var sum = 0f;
        foreach (var asked in question.Rows) sum += stored.Rows.Max(row => TensorPrimitives.Dot<float>(asked, row));
        return sum;
    }

    /// <summary>A stored vector as it is given out.</summary>
    public JsonNode Write(StoredVector stored)
    {
        if (_isSparse)
        {
            return new JsonObject { ["indices"] = new JsonArray([.. stored.Indices.Select(place => JsonValue.Create(place))]), ["values"] = WriteRow(stored.Rows[0]) };
        }

        return _isMulti ? new JsonArray([.. stored.Rows.Select(WriteRow)]) : WriteRow(stored.Rows[0]);
    }

    private static JsonArray WriteRow(float[] row) => new([.. row.Select(value => JsonValue.Create(value))]);

    private static float? SparseProduct(StoredVector question, StoredVector stored)
    {
        var (sum, isFound) = (0f, false);
        for (var (i, j) = (0, 0); i < question.Indices.Length && j < stored.Indices.Length;)
        {
            if (question.Indices[i] < stored.Indices[j])
            {
                i++;
            }
            else if (question.Indices[i] > stored.Indices[j])
            {
                j++;
            }
            else
            {
                sum += question.Rows[0][i++] * stored.Rows[0][j++];
                isFound = true;
            }
        }

        return isFound ? sum : null;
    }

    private static WrongRequestException Wrong(string reason) => new(400, $"Wrong input: {reason}");

    private StoredVector ReadSparse(JsonNode vector)
    {
        var indices = vector["indices"]?.AsArray().Select(place => (uint)place!).ToArray() ?? throw Wrong($"Vector {_name} must be sparse");
        var values = vector["values"]!.AsArray().Select(value => (float)value!).ToArray();
        if (indices.Length != values.Length) throw Wrong($"Sparse vector {_name} has {indices.Length} indices and {values.Length} values");
        if (indices.Distinct().Count() != indices.Length) throw Wrong($"Sparse vector {_name} has an index twice");
        Array.Sort(indices, values);
        return new StoredVector([values]) { Indices = indices };
    }

    private float[] ReadRow(JsonArray row)
    {
        var values = new float[row.Count];
        for (var i = 0; i < values.Length; i++) values[i] = (float)row[i]!;
        if (values.Length != _size) throw Wrong($"Vector dimension error: expected dim: {_size}, got {values.Length}");
        var norm = _isCosine ? TensorPrimitives.Norm<float>(values) : 0;
        if (norm > 0) TensorPrimitives.Divide(values, norm, values);
        return values;
    }
}
