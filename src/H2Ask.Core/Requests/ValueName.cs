namespace H2Ask.Core.Requests;

/// <summary>What people call the values of a type.</summary>
public static class ValueName
{
    /// <summary>One value; null where there is no common name.</summary>
    public static string? Of(Type type) => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) switch
    {
        TypeCode.String => "a string",
        TypeCode.Boolean => "true or false",
        TypeCode.Int32 or TypeCode.Int64 => "a whole number",
        TypeCode.Single or TypeCode.Double => "a number",
        _ => null,
    };

    /// <summary>Several values; null where there is no common name.</summary>
    public static string? OfMany(Type type) => Of(type) switch
    {
        "true or false" => "true or false",
        { } one => $"{one[2..]}s",
        null => null,
    };
}
