using H2Ask.Benchmarks.Embedding;
using H2Ask.Benchmarks.Index;
using H2Ask.Benchmarks.Retrieval;
using H2Ask.Benchmarks.Serving;
using H2Ask.Benchmarks.Tokenizing;
using H2Ask.Core.Embedding;
using H2Ask.Core.Index;

try
{
    return args switch
    {
        ["tokenizing", .. var rest] => await TokenizingBenchmark.RunAsync(rest),
        ["embedding", .. var rest] => EmbeddingBenchmark.Run(rest),
        ["dense", .. var rest] => DenseBenchmark.Run(rest),
        ["lexical", .. var rest] => LexicalBenchmark.Run(rest),
        ["opening", .. var rest] => await OpeningBenchmark.RunAsync(rest),
        ["hybrid", .. var rest] => await HybridBenchmark.RunAsync(rest),
        ["load", .. var rest] => await LoadBenchmark.RunAsync(rest),
        ["features", .. var rest] => await RankerFeatures.RunAsync(rest),
        ["findings", .. var rest] => await FindingDump.RunAsync(rest),
        _ => Usage(),
    };
}
catch (Exception fault) when (fault is ModelException or IndexException or ArgumentException)
{
    Console.Error.WriteLine(fault.Message);
    return 1;
}

static int Usage()
{
    Console.Error.WriteLine(
        """
        usage: dotnet run -c Release --project tests/H2Ask.Benchmarks -- tokenizing [TOKENIZER.JSON ...]
               dotnet run -c Release --project tests/H2Ask.Benchmarks -- embedding --model FOLDER [--texts N] [--rounds N] [--batch TOKENS]
               dotnet run -c Release --project tests/H2Ask.Benchmarks -- dense [--vectors N] [--dimensions N]
               dotnet run -c Release --project tests/H2Ask.Benchmarks -- lexical FOLDER [--passages N] [--questions N] [--alone]
               dotnet run -c Release --project tests/H2Ask.Benchmarks -- opening [--passages N]
               dotnet run -c Release --project tests/H2Ask.Benchmarks -- hybrid FOLDER INDEX [--passages N] [--questions N] [--model FOLDER]
               dotnet run -c Release --project tests/H2Ask.Benchmarks -- load URL [--clients N] [--seconds N] [--process ID]
               dotnet run -c Release --project tests/H2Ask.Benchmarks -- features QUESTIONS INDEX MODEL OUT
               dotnet run -c Release --project tests/H2Ask.Benchmarks -- findings QUESTIONS INDEX MODEL OUT [--ranker FILE]
        """);
    return 1;
}
