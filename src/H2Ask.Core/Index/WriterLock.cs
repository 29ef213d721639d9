using System.Globalization;

namespace H2Ask.Core.Index;

/// <summary>The right to write an index: one process has it at a time. The system takes it back from a process that ends, however it ends.</summary>
internal static class WriterLock
{
    private const string LockName = "writer.lock";

    /// <summary>Says who has it; a file of its own, since a locked one can't be read everywhere.</summary>
    private const string HolderName = "writer.holder";

    /// <summary>Takes the right until it is disposed of.</summary>
    /// <exception cref="IndexException">Another process has it.</exception>
    public static IAsyncDisposable Take(string folder)
    {
        FileStream taken;
        try
        {
            taken = new FileStream(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        }
        catch (IOException fault)
        {
            throw new IndexException($"The index in {folder} can't be locked for writing: {fault.Message} {Holder(folder)} Wait until it has ended, then try again.", fault);
        }

        try
        {
            var now = DateTime.Now.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            File.WriteAllText(Path.Combine(folder, HolderName), $"process {Environment.ProcessId} on {Environment.MachineName} since {now}");
            return taken;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    private static string Holder(string folder)
    {
        try
        {
            return $"Another process may be writing it (the last to begin was {File.ReadAllText(Path.Combine(folder, HolderName))}).";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "Another process may be writing it.";
        }
    }
}
