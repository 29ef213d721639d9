using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;

namespace H2Ask.Core.Index;

/// <summary>A file of the index, mapped for reading; nothing of it is read before it is used.</summary>
internal sealed unsafe class MappedFile : IIndexRegion, IDisposable
{
    private readonly string _path;
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private byte* _start;

    private MappedFile(string path, long length, MemoryMappedFile file, MemoryMappedViewAccessor view)
    {
        _path = path;
        _file = file;
        _view = view;
        Length = length;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
    }

    /// <summary>How many bytes the file has.</summary>
    public long Length { get; }

    /// <summary>Maps a file.</summary>
    /// <exception cref="IndexException">It is missing, empty or can't be read.</exception>
    public static MappedFile Open(string path)
    {
        try
        {
            // Whoever writes the index may delete the file while it is mapped.
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
            var length = stream.Length;
            if (length == 0) throw new IndexException($"The index file {path} is damaged: it is empty. {IndexException.Remedy}");
            var file = MemoryMappedFile.CreateFromFile(stream, mapName: null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
            try
            {
                return new MappedFile(path, length, file, file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read));
            }
            catch
            {
                file.Dispose();
                throw;
            }
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new IndexException($"The index file {path} is missing. {IndexException.Remedy}", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new IndexException($"The index file {path} can't be read: {fault.Message}", fault);
        }
    }

    /// <summary>A part of the file. It must not be used after the file is disposed of.</summary>
    /// <exception cref="IndexException">The part does not lie within the file.</exception>
    public ReadOnlySpan<T> Span<T>(long offset, int count)
        where T : unmanaged
    {
        var start = Pointer(offset, count * (long)Unsafe.SizeOf<T>());
        return new ReadOnlySpan<T>(start, count);
    }

    /// <summary>Where a part of the file stands that may be longer than a span can be. It must not be used after the file is disposed of.</summary>
    /// <exception cref="IndexException">The part does not lie within the file.</exception>
    public byte* Pointer(long offset, long length)
    {
        ObjectDisposedException.ThrowIf(_start is null, this);
        if (offset < 0 || length < 0 || offset > Length || length > Length - offset) throw Damaged("a part of it lies outside of the file");
        return _start + offset;
    }

    /// <summary>The exception that says that the file is damaged.</summary>
    public IndexException Damaged(string what, Exception? cause = null)
    {
        var message = $"The index file {_path} is damaged: {what}. {IndexException.Remedy}";
        return cause is null ? new IndexException(message) : new IndexException(message, cause);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_start is null) return;
        _start = null;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
