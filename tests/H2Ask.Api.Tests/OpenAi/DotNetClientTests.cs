using System.ClientModel;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using H2Ask.Api.Tests.Asking;
using OpenAI;
using OpenAI.Chat;

namespace H2Ask.Api.Tests.OpenAi;

/// <summary>OpenAI's own .NET client, which knows nothing of H2Ask.</summary>
[Collection(OpenAiCollection.Name)]
public sealed class DotNetClientTests(OpenAiFixture api)
{
    private readonly OpenAIClient _client = new(new ApiKeyCredential("any"), new OpenAIClientOptions { Endpoint = new Uri(api.Address, "v1") });

    [Fact]
    public async Task An_answer_and_a_stream_of_it_say_the_same()
    {
        var chat = _client.GetChatClient("h2ask-extractive");

        var completion = await chat.CompleteChatAsync(OpenAiFixture.Question);
        var streamed = new List<StreamingChatCompletionUpdate>();
        await foreach (var update in chat.CompleteChatStreamingAsync(OpenAiFixture.Question)) streamed.Add(update);

        var content = completion.Value.Content.Single().Text;
        Assert.Contains("最高不超过500万元。 [1]", content, StringComparison.Ordinal);
        Assert.Equal(content, string.Concat(streamed.SelectMany(update => update.ContentUpdate).Select(part => part.Text)));
        Assert.Equal(ChatFinishReason.Stop, completion.Value.FinishReason);
        Assert.Equal(ChatFinishReason.Stop, streamed.Single(update => update.FinishReason is not null).FinishReason);
        Assert.Equal(ChatMessageRole.Assistant, streamed[0].Role);
        Assert.Equal(completion.Value.Usage.TotalTokenCount, streamed.Single(update => update.Usage is not null).Usage.TotalTokenCount);
        var citations = JsonDocument.Parse(completion.GetRawResponse().Content).RootElement.GetProperty("citations");
        Assert.Contains(citations[0].GetProperty("quote").GetString()!, LlmFixture.Nanjing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follow_up_is_understood_from_the_messages_before_it()
    {
        var completion = await _client.GetChatClient("h2ask-extractive").CompleteChatAsync(
            new SystemChatMessage("Be brief."), new UserChatMessage(OpenAiFixture.Question), new AssistantChatMessage("最高不超过500万元。"), new UserChatMessage("那苏州呢？"));

        Assert.Contains("《苏州市加氢站建设扶持措施》", completion.Value.Content.Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_is_not_there_is_a_404_and_a_wrong_option_a_400()
    {
        var missing = await Assert.ThrowsAsync<ClientResultException>(() => _client.GetChatClient("gpt-9").CompleteChatAsync("加氢站"));
        var wrong = await Assert.ThrowsAsync<ClientResultException>(() => _client.GetChatClient("h2ask").CompleteChatAsync(
            [new UserChatMessage("加氢站")], new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() }));

        Assert.Equal((404, 400), (missing.Status, wrong.Status));
        Assert.Contains("model_not_found", missing.Message, StringComparison.Ordinal);
        Assert.Contains("response_format", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Embeddings_have_the_numbers_that_the_model_gives()
    {
        var embeddings = await _client.GetEmbeddingClient("h2ask-embed-zh").GenerateEmbeddingsAsync(["加氢站补贴", "加氢站补助", "气象预报"]);

        var vectors = embeddings.Value.Select(embedding => embedding.ToFloats().ToArray()).ToList();
        Assert.All(vectors, vector => Assert.Equal(512, vector.Length));
        Assert.True(Dot(vectors[0], vectors[1]) > Dot(vectors[0], vectors[2]));
        Assert.True(embeddings.Value.Usage.InputTokenCount > 3);
    }

    [Fact]
    public async Task The_models_are_listed()
    {
        var models = await _client.GetOpenAIModelClient().GetModelsAsync();

        Assert.Equal(["h2ask", "h2ask-extractive", "h2ask-llm", "h2ask-embed-zh"], models.Value.Select(model => model.Id));
    }

    [Fact]
    public async Task A_request_that_is_too_large_is_an_error_of_that_shape()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/chat/completions") { Content = JsonContent.Create(new { model = "h2ask", user = new string('x', 2 << 20) }) };
        // The body is not sent before it is known to be wanted.
        request.Headers.ExpectContinue = true;

        using var response = await api.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("invalid_request_error", (await ApiFixture.Json(response)).GetProperty("error").GetProperty("type").GetString());
    }

    private static float Dot(float[] left, float[] right) => left.Zip(right, (a, b) => a * b).Sum();
}
