namespace H2Ask.Core.Retrieval;

/// <summary>What a conversation has come to.</summary>
/// <param name="Question">The last question, as it stands alone.</param>
/// <param name="Subject">What it is about, as words that another question can follow: 济南建加氢站补贴.</param>
internal sealed record ConversationTopic(string Question, string Subject)
{
    /// <summary>Of a longer question only the end is its subject.</summary>
    private const int LongestSubject = 80;

    private static readonly char[] Marks = [' ', '\u3000', '，', ',', '。', '？', '?', '！', '!', '；', ';', '：', ':', '、', '\n', '\r', '\t'];

    /// <summary>The topic that a question opens; null where it speaks of nothing (你好, 谢谢).</summary>
    public static ConversationTopic? Of(string question)
    {
        var subject = SubjectOf(question);
        return QuestionParts.Of(subject).SaysSomething ? new ConversationTopic(question, subject) : null;
    }

    /// <summary>A question without the marks at its end.</summary>
    public static string Stem(string question) => question.TrimEnd(Marks);

    private static string SubjectOf(string question)
    {
        var words = QuestionWords.Politeness().Replace(question.Trim(), string.Empty);
        var subject = QuestionWords.Asking().Replace(words, string.Empty).Trim(Marks);
        if (subject.Length > LongestSubject) subject = subject[^LongestSubject..].TrimStart(Marks);
        return subject.TrimEnd('的', '是', '有', '由', '要', '给', '为', '到', '在').Trim(Marks);
    }
}
