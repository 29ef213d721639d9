using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace H2Ask.Core.Corpus.Reading.Formats;

/// <summary>
/// The readable text of a Word file: a paragraph a line, a table row a line with tabs, automatic numbers written out,
/// deletions and hidden text left out.
/// </summary>
internal sealed class WordExtractor
{
    private readonly BlockText _text = new();
    private readonly WordStyles _styles;
    private readonly WordNumbering _numbering;

    private WordExtractor(WordStyles styles, WordNumbering numbering) => (_styles, _numbering) = (styles, numbering);

    /// <summary>The text of a file and its marks.</summary>
    public static (string Text, IReadOnlyList<SourceMark> Marks) Extract(MemoryStream file, long limit)
    {
        var package = new WordPackage(limit);
        using var document = package.Open(file);
        if (package.Checked(document.MainDocumentPart) is not { Document.Body: { } body } main) throw new UnreadableFileException("It is no Word document.");
        var styles = new WordStyles(package.Checked(main.StyleDefinitionsPart));
        var extractor = new WordExtractor(styles, new WordNumbering(package.Checked(main.NumberingDefinitionsPart)));
        extractor.Blocks(body);
        return extractor._text.Finish();
    }

    // The depth of the tree is limited before it is built.
    private void Blocks(OpenXmlElement parent)
    {
        foreach (var element in parent.ChildElements)
        {
            switch (element)
            {
                case Paragraph paragraph:
                    Write(paragraph);
                    break;
                case Table table:
                    Write(table);
                    break;
                case SdtBlock or SdtContentBlock or CustomXmlBlock or InsertedRun or MoveToRun:
                    Blocks(element);
                    break;
            }
        }
    }

    private void Write(Paragraph paragraph)
    {
        var properties = paragraph.ParagraphProperties;
        var level = _styles.HeadingLevel(properties);
        var boxes = new List<OpenXmlElement>();
        var hasText = HasText(paragraph);
        if (hasText && level > 0) _text.BeginHeading(level);
        if (hasText && _styles.Numbering(properties) is { } number) _text.Write(_numbering.Next(number.Number, number.Level));
        Runs(paragraph, boxes);
        // A paragraph whose end is deleted goes on in the next.
        var mark = properties?.ParagraphMarkRunProperties;
        if (mark?.GetFirstChild<Deleted>() is null && mark?.GetFirstChild<MoveFrom>() is null)
        {
            if (level > 0) _text.EndHeading();
            _text.EndBlock();
        }

        foreach (var box in boxes) Blocks(box);
    }

    private static bool HasText(Paragraph paragraph) => paragraph.Descendants<DocumentFormat.OpenXml.Wordprocessing.Text>().Any(text => text.Text.Length > 0);

    private void Runs(OpenXmlElement parent, List<OpenXmlElement> boxes)
    {
        foreach (var element in parent.ChildElements)
        {
            switch (element)
            {
                case Run { RunProperties.Vanish: { } vanish } when vanish.Val is null || vanish.Val.Value:
                case DeletedRun or MoveFromRun:
                    break;
                case DocumentFormat.OpenXml.Wordprocessing.Text text:
                    _text.Write(text.Text);
                    break;
                case DocumentFormat.OpenXml.Math.Text formula:
                    _text.Write(formula.Text);
                    break;
                case TabChar when !_text.InCell:
                    _text.WriteTab();
                    break;
                case TabChar:
                    _text.Write(" ");
                    break;
                case Break or CarriageReturn:
                    _text.EndBlock();
                    break;
                case NoBreakHyphen:
                    _text.Write("-");
                    break;
                case TextBoxContent:
                    boxes.Add(element);
                    break;
                case AlternateContent alternate:
                    // Both say the same, in a newer and an older form.
                    OpenXmlElement? form = alternate.GetFirstChild<AlternateContentChoice>();
                    form ??= alternate.GetFirstChild<AlternateContentFallback>();
                    if (form is not null) Runs(form, boxes);
                    break;
                case Paragraph or Table or RubyContent:
                    break;
                default:
                    if (element.HasChildren) Runs(element, boxes);
                    break;
            }
        }
    }

    private void Write(Table table)
    {
        _text.BeginTable();
        foreach (var row in Through<TableRow>(table))
        {
            if (row.TableRowProperties?.GetFirstChild<Deleted>() is not null) continue;
            _text.BeginRow();
            foreach (var cell in Through<TableCell>(row))
            {
                _text.BeginCell(cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1);
                Blocks(cell);
            }

            _text.EndRow(row.TableRowProperties?.GetFirstChild<TableHeader>() is { } head && head.Val?.InnerText is not ("0" or "false" or "off"));
        }

        _text.EndTable();
    }

    // Rows and cells can be wrapped in content controls.
    private static IEnumerable<T> Through<T>(OpenXmlElement parent)
        where T : OpenXmlElement
    {
        foreach (var element in parent.ChildElements)
        {
            if (element is T found)
            {
                yield return found;
            }
            else if (element is SdtElement or SdtContentRow or SdtContentCell or CustomXmlRow or CustomXmlCell)
            {
                foreach (var inner in Through<T>(element)) yield return inner;
            }
        }
    }
}
