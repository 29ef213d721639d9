using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using H2Ask.Core.Index;
using H2Ask.Core.Text;

namespace H2Ask.Benchmarks.Index;

/// <summary>A full-text table of the system's SQLite, given the same terms: each as a word of hexadecimal digits.</summary>
internal sealed partial class SqliteFullText : IDisposable
{
    private const string Library = "libsqlite3.so.0";
    private const int Row = 100;

    private readonly nint _database;
    private readonly nint _search;

    /// <summary>Makes an empty table in a file.</summary>
    public SqliteFullText(string path)
    {
        Check(Open(path, out _database));
        Execute("pragma journal_mode=off; pragma synchronous=off; pragma cache_size=-1000000; pragma mmap_size=68719476736");
        Execute("create virtual table passages using fts5(title, body, content='', tokenize='ascii')");
        var weights = LexicalWeights.Default;
        _search = Prepare(string.Create(
            CultureInfo.InvariantCulture,
            $"select rowid from passages where passages match ?1 and rank match 'bm25({weights.Title:F1}, {weights.Body:F1})' order by rank limit ?2"));
    }

    /// <summary>Fills the table.</summary>
    public void Build(BenchmarkPassages passages)
    {
        var insert = Prepare("insert into passages(rowid, title, body) values(?1, ?2, ?3)");
        Execute("begin");
        var row = 0;
        foreach (var (title, body) in passages)
        {
            Check(BindNumber(insert, 1, ++row));
            Bind(insert, 2, Words(title.Span, " "));
            Bind(insert, 3, Words(body.Span, " "));
            Step(insert);
            Check(Reset(insert));
        }

        Execute("commit; insert into passages(passages) values('optimize')");
        Check(Finish(insert));
    }

    /// <summary>Finds the best passages of a question.</summary>
    public List<int> Search(string question, int top)
    {
        Bind(_search, 1, Words(question, " OR "));
        Check(BindNumber(_search, 2, top));
        var found = new List<int>();
        while (Step(_search) == Row) found.Add((int)Column(_search, 0) - 1);
        Check(Reset(_search));
        return found;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Check(Finish(_search));
        Check(Close(_database));
    }

    private static string Words(ReadOnlySpan<char> text, string between)
    {
        var words = new StringBuilder();
        var reader = new TermReader(text);
        while (reader.Read()) words.Append(words.Length > 0 ? between : "").Append('x').Append(CultureInfo.InvariantCulture, $"{reader.Current:x}");
        return words.ToString();
    }

    private void Bind(nint statement, int place, string text)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        // -1: SQLite takes a copy.
        Check(BindText(statement, place, bytes, bytes.Length, -1));
    }

    private void Execute(string commands) => Check(Execute(_database, commands, 0, 0, 0));

    private nint Prepare(string command)
    {
        Check(Prepare(_database, command, -1, out var statement, 0));
        return statement;
    }

    private void Check(int result)
    {
        if (result is not (0 or Row or Row + 1)) throw new InvalidOperationException($"SQLite: {Marshal.PtrToStringUTF8(Message(_database))}");
    }

    private int Step(nint statement)
    {
        var result = StepOnce(statement);
        Check(result);
        return result;
    }

    [LibraryImport(Library, EntryPoint = "sqlite3_open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, out nint database);

    [LibraryImport(Library, EntryPoint = "sqlite3_close")]
    private static partial int Close(nint database);

    [LibraryImport(Library, EntryPoint = "sqlite3_errmsg")]
    private static partial nint Message(nint database);

    [LibraryImport(Library, EntryPoint = "sqlite3_exec", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Execute(nint database, string commands, nint callback, nint argument, nint message);

    [LibraryImport(Library, EntryPoint = "sqlite3_prepare_v2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Prepare(nint database, string command, int length, out nint statement, nint rest);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_text")]
    private static partial int BindText(nint statement, int place, byte[] text, int length, nint keeping);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_int64")]
    private static partial int BindNumber(nint statement, int place, long number);

    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    private static partial int StepOnce(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64")]
    private static partial long Column(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_reset")]
    private static partial int Reset(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_finalize")]
    private static partial int Finish(nint statement);
}
