using H2Ask.Qdrant;

namespace H2Ask.Indexer.Commands;

/// <summary>The settings of the Qdrant server, from the environment: the variables that the service takes too.</summary>
internal static class QdrantVariables
{
    /// <summary>Reads them.</summary>
    /// <exception cref="ArgumentException">One is wrong.</exception>
    public static QdrantOptions Read()
    {
        var usual = new QdrantOptions();
        var variables = new SettingVariables(QdrantOptions.Section);
        return new QdrantOptions
        {
            Url = variables.Text(nameof(QdrantOptions.Url)) is { Length: > 0 } url ? url : usual.Url,
            ApiKey = variables.Text(nameof(QdrantOptions.ApiKey)) is { Length: > 0 } apiKey ? apiKey : usual.ApiKey,
            Collection = variables.Text(nameof(QdrantOptions.Collection)) is { Length: > 0 } collection ? collection : usual.Collection,
            CertificateAuthority = variables.Text(nameof(QdrantOptions.CertificateAuthority)) is { Length: > 0 } certificateAuthority ? certificateAuthority : usual.CertificateAuthority,
            TimeoutSeconds = variables.Number(nameof(QdrantOptions.TimeoutSeconds), usual.TimeoutSeconds),
            Retries = variables.Number(nameof(QdrantOptions.Retries), usual.Retries),
            RetryMilliseconds = variables.Number(nameof(QdrantOptions.RetryMilliseconds), usual.RetryMilliseconds),
            Parallel = variables.Number(nameof(QdrantOptions.Parallel), usual.Parallel),
            BatchPoints = variables.Number(nameof(QdrantOptions.BatchPoints), usual.BatchPoints),
            Shards = variables.Number(nameof(QdrantOptions.Shards), usual.Shards),
            Replicas = variables.Number(nameof(QdrantOptions.Replicas), usual.Replicas),
            HnswM = variables.Number(nameof(QdrantOptions.HnswM), usual.HnswM),
            HnswEfConstruct = variables.Number(nameof(QdrantOptions.HnswEfConstruct), usual.HnswEfConstruct),
            SearchEf = variables.Number(nameof(QdrantOptions.SearchEf), usual.SearchEf),
            Oversampling = variables.Number(nameof(QdrantOptions.Oversampling), usual.Oversampling),
            GraceSeconds = variables.Number(nameof(QdrantOptions.GraceSeconds), usual.GraceSeconds),
            LeaseSeconds = variables.Number(nameof(QdrantOptions.LeaseSeconds), usual.LeaseSeconds),
            OptimiseSeconds = variables.Number(nameof(QdrantOptions.OptimiseSeconds), usual.OptimiseSeconds),
            OnDisk = variables.Choice(nameof(QdrantOptions.OnDisk), usual.OnDisk),
        };
    }
}
