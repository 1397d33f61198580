import { createCellStyles } from "./cell-styles";
import { columnLetters, type Sheet, sheetXml } from "./sheet-xml";
import { xmlText } from "./xml-text";
import { type ZipEntry, zipFile } from "./zip-file";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PART = "application/vnd.openxmlformats-officedocument.spreadsheetml";
export const WORKBOOK_TYPE = `${PART}.sheet`;

function contentTypes(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${PART}.worksheet+xml"/>`,
  );
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${PART}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${PART}.styles+xml"/>${sheets.join("")}</Types>`;
}

/** A filter is a name of its sheet too. */
function filterNames(sheets: readonly Sheet[]): string {
  const names = sheets.flatMap(({ name, filtered }, at) => {
    if (!filtered || filtered.columns === 0) return [];
    const last = columnLetters(filtered.columns - 1);
    const sheet = `'${name.replaceAll("'", "''")}'`;
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${xmlText(sheet)}!$A$1:$${last}$${filtered.rows}</definedName>`,
    ];
  });
  return names.length > 0 ? `<definedNames>${names.join("")}</definedNames>` : "";
}

async function* encoded(parts: AsyncIterable<string>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  for await (const part of parts) yield encoder.encode(part);
}

/** Sheets as an XLSX file. Numbers are numbers, text is text, nothing is a formula. */
export async function workbookFile(sheets: readonly Sheet[]): Promise<Blob> {
  const styles = createCellStyles();
  const parts: [name: string, text: string][] = [
    ["[Content_Types].xml", contentTypes(sheets.length)],
    [
      "_rels/.rels",
      `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${sheets
        .map(({ name }, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
        .join("")}</sheets>${filterNames(sheets)}</workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `${HEAD}<Relationships xmlns="${RELATIONS}">${sheets
        .map(
          (_, at) =>
            `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
        )
        .join(
          "",
        )}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ],
  ];
  function* entries(): Generator<ZipEntry> {
    const encoder = new TextEncoder();
    for (const [name, text] of parts) yield { name, bytes: encoder.encode(text) };
    for (const [at, sheet] of sheets.entries()) {
      yield { name: `xl/worksheets/sheet${at + 1}.xml`, bytes: encoded(sheetXml(sheet, styles)) };
    }
    // Which styles there are is known once every sheet is written.
    yield { name: "xl/styles.xml", bytes: encoder.encode(styles.xml()) };
  }
  return zipFile(entries(), WORKBOOK_TYPE);
}
