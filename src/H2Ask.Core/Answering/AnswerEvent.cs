namespace H2Ask.Core.Answering;

/// <summary>A step on the way to an answer.</summary>
public abstract record AnswerEvent;
