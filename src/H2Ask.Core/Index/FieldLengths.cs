namespace H2Ask.Core.Index;

/// <summary>How many terms the fields of a passage have, in the form of <see cref="LengthCode"/>.</summary>
internal readonly record struct FieldLengths(byte Body, byte Title, byte Section, byte Unused = 0);
