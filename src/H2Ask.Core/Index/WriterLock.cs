using System.Globalization;

namespace H2Ask.Core.Index;

/// <summary>The right to write an index: one process has it at a time.</summary>
internal static class WriterLock
{
    private const string LockName = "writer.lock";

    /// <summary>Says who has it; a file of its own, since a locked one can't be read everywhere.</summary>
    private const string HolderName = "writer.holder";

    /// <summary>Takes the right until it is disposed of.</summary>
    /// <exception cref="IndexBusyException">Another process has it.</exception>
    public static IAsyncDisposable Take(string folder)
    {
        var taken = TryTake(folder) ?? throw new IndexBusyException($"Another process writes the index in {folder}{Holder(folder)}. Wait until it has ended, then try again.");
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

    private static FileStream? TryTake(string folder)
    {
        try
        {
            return FileLock.TryTake(Path.Combine(folder, LockName));
        }
        catch (IOException fault)
        {
            throw new IndexException($"The index in {folder} can't be locked for writing. See that the folder can be written to and the disk is not full.", fault);
        }
    }

    private static string Holder(string folder)
    {
        try
        {
            return $" (the last to begin was {File.ReadAllText(Path.Combine(folder, HolderName))})";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }
}
