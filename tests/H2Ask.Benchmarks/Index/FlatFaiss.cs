using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using H2Ask.Core.Index;

namespace H2Ask.Benchmarks.Index;

/// <summary>FAISS in a process of its own, over the vectors of a file.</summary>
internal sealed class FlatFaiss : IDisposable
{
    private readonly Process _process;
    private readonly string _found;

    public FlatFaiss(string vectors, VectorLayout layout, string questions, string folder)
    {
        _found = Path.Combine(folder, "found");
        var script = Path.Combine(AppContext.BaseDirectory, "Index", "faiss-flat.py");
        string[] arguments =
        [
            script, vectors, Text(layout.Vectors), Text(layout.Count), Text(layout.Dimensions), questions, Text(Environment.ProcessorCount), _found,
        ];
        _process = Process.Start(new ProcessStartInfo("/usr/bin/python3", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        Ready = ReadLine();
    }

    /// <summary>How long it took to make the index, and how FAISS was compiled.</summary>
    public string Ready { get; }

    /// <summary>The milliseconds of each question.</summary>
    public double[] Search()
    {
        _process.StandardInput.WriteLine("go");
        return Array.ConvertAll(ReadLine().Split(' '), time => double.Parse(time, CultureInfo.InvariantCulture));
    }

    /// <summary>What was found for each question, ten each.</summary>
    public int[] Found() => MemoryMarshal.Cast<byte, int>(File.ReadAllBytes(_found)).ToArray();

    /// <summary>The memory that the process holds of its own, in MB.</summary>
    public long OwnMegabytes()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("RssAnon:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private string ReadLine() => _process.StandardOutput.ReadLine() ?? throw new ArgumentException("FAISS did not start: install Debian's python3-faiss.");
}
