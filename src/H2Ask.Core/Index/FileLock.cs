namespace H2Ask.Core.Index;

/// <summary>A file that one process holds at a time. The system takes it back from a process that ends, however it ends.</summary>
public static class FileLock
{
    /// <summary>What the systems say where another process holds a file: Linux, macOS, Windows twice.</summary>
    private static readonly int[] HeldElsewhere = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    /// <summary>Takes the file until it is disposed of; null where another process holds it.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static FileStream? TryTake(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        }
        catch (IOException fault) when (IsHeld(fault))
        {
            return null;
        }
    }

    /// <summary>Whether a file can't be opened since another process holds it.</summary>
    public static bool IsHeld(IOException fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return HeldElsewhere.Contains(fault.HResult);
    }
}
