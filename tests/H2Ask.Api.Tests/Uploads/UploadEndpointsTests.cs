using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using H2Ask.Core.Index;

namespace H2Ask.Api.Tests.Uploads;

public sealed class UploadEndpointsTests(UploadFixture fixture) : IClassFixture<UploadFixture>
{
    private readonly ServiceProcess _service = fixture.Service;

    public static TheoryData<string, byte[], string> Files { get; } = new()
    {
        { "乙市通知.txt", Encoding.UTF8.GetBytes("乙市加氢站补贴办法\n乙市每站补贴一百万元。"), "乙市通知.txt" },
        { "丙市.docx", UploadedFiles.Word("丙市加氢站补贴办法", "丙市每站补贴二百万元。"), "丙市.docx" },
        { "丁市.csv", Encoding.UTF8.GetBytes("title,body\n\"丁市加氢站补贴办法\",\"丁市每站补贴三百万元。这是一篇文章的正文，写得长一些。\"\n"), "丁市.csv" },
        { "戊市 (1).zip", UploadedFiles.Zip(("甲/戊市.txt", "戊市加氢站补贴办法\n戊市每站补贴四百万元。"), ("坏.exe", "不读")), "戊市 (1).zip/甲/戊市.txt" },
        { "己市.html", Encoding.UTF8.GetBytes("<html><body><h1>己市加氢站补贴办法</h1><p>己市每站补贴五百万元。</p></body></html>"), "己市.html" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_of_each_kind_is_searched_as_soon_as_its_status_is_done(string name, byte[] content, string file)
    {
        var status = await _service.PutAsync(name, new ByteArrayContent(content));

        Assert.Equal(("done", name), (status.GetProperty("state").GetString(), status.GetProperty("name").GetString()));
        var document = Assert.Single(status.GetProperty("documents").EnumerateArray());
        Assert.Contains(document.GetProperty("title").GetString(), await _service.TitlesAsync(file));
        var quote = (await _service.GetAsync($"/api/documents/{document.GetProperty("id").GetString()}/text")).GetProperty("text").GetString()!;
        Assert.Contains("每站补贴", quote, StringComparison.Ordinal);
        using var found = await _service.Client.PostAsJsonAsync("/api/search", new { query = $"{name[..2]}加氢站补贴" });
        Assert.Contains((await ApiFixture.Json(found)).GetProperty("hits").EnumerateArray(), hit => hit.GetProperty("file").GetString() == file);
    }

    [Fact]
    public async Task What_of_an_archive_can_t_be_read_is_named_with_the_reason()
    {
        var status = await _service.PutAsync("杂.zip", new ByteArrayContent(UploadedFiles.Zip(("好.txt", "杂市加氢站通知\n杂市支持氢能。"), ("坏.exe", "不读"), ("假.docx", "不是文档"))));

        Assert.Equal(1, status.GetProperty("documentCount").GetInt32());
        Assert.Equal(["杂.zip/假.docx", "杂.zip/坏.exe"], status.GetProperty("skipped").EnumerateArray().Select(skipped => skipped.GetProperty("file").GetString()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("假文档.docx", "这不是文档", "damaged")]
    [InlineData("空白.txt", " \n ", "no text")]
    public async Task A_file_that_holds_no_document_is_not_taken_and_the_one_of_its_name_stays(string name, string content, string reason)
    {
        var good = name.EndsWith(".docx", StringComparison.Ordinal) ? new ByteArrayContent(UploadedFiles.Word("庚市通知", "庚市支持氢能。")) : ServiceProcess.Text("庚市通知\n庚市支持氢能。");
        await _service.PutAsync(name, good);

        var status = await _service.PutAsync(name, ServiceProcess.Text(content));

        Assert.Equal("failed", status.GetProperty("state").GetString());
        Assert.Contains(reason, status.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(["庚市通知"], await _service.TitlesAsync(name));
    }

    [Fact]
    public async Task A_file_takes_the_place_of_the_one_of_its_name_and_can_be_deleted()
    {
        const string Name = "辛市.txt";
        await _service.PutAsync(Name, ServiceProcess.Text("辛市旧通知\n辛市支持氢能。"));
        await _service.PutAsync(Name, ServiceProcess.Text("辛市新通知\n辛市支持储能。"));
        Assert.Equal(["辛市新通知"], await _service.TitlesAsync(Name));

        using var deleted = await _service.Client.DeleteAsync($"/api/documents/{Name}");
        Assert.Equal(HttpStatusCode.Accepted, deleted.StatusCode);
        Assert.Equal("done", (await _service.OverAsync(deleted.Headers.Location!.ToString())).GetProperty("state").GetString());

        Assert.Empty(await _service.TitlesAsync(Name));
        Assert.False(File.Exists(Path.Combine(fixture.Uploads, Name)));
        using var again = await _service.Client.DeleteAsync($"/api/documents/{Name}");
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task Of_uploads_at_once_each_has_its_status_and_the_last_received_stays()
    {
        const string Name = "壬市.txt";
        while (await SendAsync(0) is null) await Task.Delay(100);
        var ids = (await Task.WhenAll(Enumerable.Range(1, 8).Select(SendAsync))).OfType<string>().ToList();

        foreach (var id in ids) Assert.Equal("done", (await _service.OverAsync($"/api/indexing/{id}")).GetProperty("state").GetString());
        var last = await _service.OverAsync($"/api/indexing/{ids.Max(StringComparer.Ordinal)}");
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(last.GetProperty("documents")[0].GetProperty("title").GetString(), Assert.Single(await _service.TitlesAsync(Name)));

        // Null where too many wait: that is said too.
        async Task<string?> SendAsync(int number)
        {
            using var response = await _service.Client.PutAsync($"/api/documents/{Name}", ServiceProcess.Text($"壬市第{number}号通知\n壬市支持氢能。"));
            if (response.StatusCode == HttpStatusCode.TooManyRequests) return null;
            Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
            return (await ApiFixture.Json(response)).GetProperty("id").GetString();
        }
    }

    [Fact]
    public async Task While_another_process_writes_the_index_changes_wait_say_so_and_are_refused_when_too_many()
    {
        string? first;
        await using (await new IndexFolder(fixture.Index).LockAsync(CancellationToken.None))
        {
            using var response = await _service.Client.PutAsync("/api/documents/癸市.txt", ServiceProcess.Text("癸市通知\n癸市支持氢能。"));
            first = response.Headers.Location!.ToString();
            await WaitAsync(async () => (await _service.GetAsync(first)).GetProperty("detail").GetString()?.Contains("Another process", StringComparison.Ordinal) == true);
            for (var number = 1; number <= 3; number++)
            {
                using var waiting = await _service.Client.PutAsync($"/api/documents/癸市{number}.txt", ServiceProcess.Text("癸市通知\n癸市支持氢能。"));
                Assert.Equal(HttpStatusCode.Accepted, waiting.StatusCode);
            }

            using var refused = await _service.Client.PutAsync("/api/documents/癸市4.txt", ServiceProcess.Text("癸市通知\n癸市支持氢能。"));
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
        }

        Assert.Equal("done", (await _service.OverAsync(first)).GetProperty("state").GetString());
        foreach (var change in (await _service.GetAsync("/api/indexing")).GetProperty("changes").EnumerateArray()) await _service.OverAsync($"/api/indexing/{change.GetProperty("id").GetString()}");
    }

    [Theory]
    [InlineData("..%2f..%2fetc%2fpasswd.txt")]
    [InlineData("a%2Fb.txt")]
    [InlineData("a%5Cb.txt")]
    [InlineData("a%255cb.txt")]
    [InlineData(".hidden.txt")]
    [InlineData("a.txt.")]
    [InlineData("%20a.txt")]
    [InlineData("a%0d%0ab.txt")]
    [InlineData("a%01.txt")]
    [InlineData("NUL.txt")]
    [InlineData("com1.tar.zip")]
    [InlineData("a%E2%80%AEtxt.docx")]
    [InlineData("a%E2%80%8B.txt")]
    [InlineData("a%FF.txt")]
    [InlineData("a%3Ab.txt")]
    [InlineData("program.exe")]
    [InlineData("noextension")]
    [InlineData("%E6%94%BF%E7%AD%96.pdf")]
    public async Task A_hostile_name_is_refused_in_a_sentence(string name)
    {
        var (status, body) = await RawAsync("PUT", $"/api/documents/{name}");

        Assert.Equal(400, status);
        Assert.Contains("\"detail\"", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a%00.txt")]
    [InlineData("../../etc/passwd.txt")]
    [InlineData("%2e%2e/%2e%2e/x.txt")]
    public async Task A_name_that_the_server_itself_does_not_take_goes_nowhere(string name)
    {
        var (status, _) = await RawAsync("PUT", $"/api/documents/{name}");

        Assert.InRange(status, 400, 405);
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_refused()
    {
        var (status, body) = await RawAsync("PUT", $"/api/documents/{Uri.EscapeDataString(new string('长', 100))}.txt");

        Assert.Equal(400, status);
        Assert.Contains("240 bytes", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_look_the_same_are_one_name()
    {
        await _service.PutAsync("e\u0301tude.txt", ServiceProcess.Text("学习通知\n支持氢能。"));

        Assert.True(File.Exists(Path.Combine(fixture.Uploads, "\u00e9tude.txt")));
        Assert.Equal(["学习通知"], await _service.TitlesAsync("\u00e9tude.txt"));
    }

    [Fact]
    public async Task A_file_of_the_corpus_is_not_changed()
    {
        using var put = await _service.Client.PutAsync($"/api/documents/{UploadFixture.CorpusFile}", ServiceProcess.Text("换掉\n换掉。"));
        using var delete = await _service.Client.DeleteAsync($"/api/documents/{UploadFixture.CorpusFile}");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (put.StatusCode, delete.StatusCode));
        Assert.Equal(["甲市加氢站管理办法"], await _service.TitlesAsync(UploadFixture.CorpusFile));
    }

    [Fact]
    public async Task With_If_None_Match_nothing_is_replaced()
    {
        await _service.PutAsync("先.txt", ServiceProcess.Text("先来通知\n支持氢能。"));
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/documents/先.txt") { Content = ServiceProcess.Text("后来通知\n支持储能。") };
        request.Headers.IfNoneMatch.ParseAdd("*");

        using var response = await _service.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
        Assert.Equal(["先来通知"], await _service.TitlesAsync("先.txt"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_is_too_large_is_refused_whether_or_not_it_says_so(bool saysSo)
    {
        using var content = saysSo ? (HttpContent)new ByteArrayContent(new byte[UploadFixture.LargestUpload + 1]) : new StreamContent(new UnknownLength(UploadFixture.LargestUpload + 1));
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/documents/大.txt") { Content = content };
        request.Headers.TransferEncodingChunked = !saysSo;

        using var response = await _service.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Empty(Directory.GetDirectories(Path.Combine(fixture.Uploads, ".incoming")));
    }

    [Fact]
    public async Task An_archive_that_unpacks_to_too_much_text_is_not_taken()
    {
        var bomb = UploadedFiles.Zip([.. Enumerable.Range(0, 5).Select(number => ($"{number}.txt", new string('氢', UploadFixture.LongestText / 4)))]);
        Assert.InRange(bomb.Length, 1, UploadFixture.LargestUpload);

        var status = await _service.PutAsync("炸弹.zip", new ByteArrayContent(bomb));

        Assert.Equal("failed", status.GetProperty("state").GetString());
        Assert.Contains($"{UploadFixture.LongestText} characters", status.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(fixture.Uploads, "炸弹.zip")));
    }

    [Fact]
    public async Task What_is_no_file_is_refused()
    {
        using var empty = await _service.Client.PutAsync("/api/documents/空.txt", new ByteArrayContent([]));
        using var form = await _service.Client.PutAsync("/api/documents/表.txt", new MultipartFormDataContent { { ServiceProcess.Text("通知"), "file", "表.txt" } });

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (empty.StatusCode, form.StatusCode));
        Assert.Contains("--upload-file", (await ApiFixture.Json(form)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_name_the_address_is_told_in_which_there_is_one()
    {
        using var put = await _service.Client.PutAsync("/api/documents/", ServiceProcess.Text("通知"));
        using var delete = await _service.Client.DeleteAsync("/api/documents");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (put.StatusCode, delete.StatusCode));
        Assert.Contains("PUT /api/documents/NAME", (await ApiFixture.Json(put)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("DELETE /api/documents/NAME", (await ApiFixture.Json(delete)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_is_not_deleted_by_its_id_and_its_file_is_named()
    {
        var documents = await _service.GetAsync($"/api/documents?file={UploadFixture.CorpusFile}");
        var id = documents.GetProperty("documents")[0].GetProperty("id").GetString();

        using var known = await _service.Client.DeleteAsync($"/api/documents/{id}");
        using var unknown = await _service.Client.DeleteAsync("/api/documents/0123456789abcdef");

        var detail = (await ApiFixture.Json(known)).GetProperty("detail").GetString();
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (known.StatusCode, unknown.StatusCode));
        Assert.Contains("This is the id of a document.", detail, StringComparison.Ordinal);
        Assert.Contains(UploadFixture.CorpusFile, detail, StringComparison.Ordinal);
        Assert.DoesNotContain("the id of a document", (await ApiFixture.Json(unknown)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_key_that_may_write_changes_documents_or_sees_what_became_of_them()
    {
        using var nobody = new HttpClient { BaseAddress = _service.Address };
        using var without = await nobody.PutAsync("/api/documents/a.txt", ServiceProcess.Text("通知"));
        using var reader = await _service.Reader.PutAsync("/api/documents/a.txt", ServiceProcess.Text("通知"));
        using var deleting = await _service.Reader.DeleteAsync("/api/documents/a.txt");
        using var list = await _service.Reader.GetAsync("/api/indexing");

        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], new[] { reader.StatusCode, deleting.StatusCode, list.StatusCode });
    }

    [Fact]
    public async Task An_upload_that_nobody_knows_is_not_found()
    {
        using var response = await _service.Client.GetAsync("/api/indexing/none");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("/api/documents?file=", (await ApiFixture.Json(response)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static async Task WaitAsync(Func<Task<bool>> isSo)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            if (await isSo()) return;
            await Task.Delay(50);
        }

        Assert.Fail("It never came to be.");
    }

    /// <summary>Sends an address as it is: a client would tidy it.</summary>
    private async Task<(int Status, string Body)> RawAsync(string method, string path)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(_service.Address.Host, _service.Address.Port);
        await using var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"{method} {path} HTTP/1.1\r\nHost: {_service.Address.Authority}\r\nAuthorization: {_service.Client.DefaultRequestHeaders.Authorization}\r\nContent-Length: 4\r\nConnection: close\r\n\r\ntext"));
        var answer = await new StreamReader(stream).ReadToEndAsync();
        return (int.Parse(answer.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), answer);
    }

    /// <summary>Bytes that do not say how many they are.</summary>
    private sealed class UnknownLength(int length) : MemoryStream(new byte[length])
    {
        public override bool CanSeek => false;
    }
}
