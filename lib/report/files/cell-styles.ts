import { xmlText } from "./xml-text";

/** How a cell looks; equal looks are one style. */
export interface CellLook {
  /** A number format, "General" for none. */
  format: string;
  bold?: boolean;
  /** A thin line above: totals. */
  ruled?: boolean;
  /** Words break into lines, and stand at the top. */
  wrapped?: boolean;
  /** The text is text whatever it looks like: nothing of it is ever run. */
  quoted?: boolean;
}

/** Number formats of one's own begin here. */
const FIRST_FORMAT = 164;

/** The styles of a workbook, each with its number. */
export interface CellStyles {
  of(look: CellLook): number;
  /** The part `xl/styles.xml`. */
  xml(): string;
}

export function createCellStyles(): CellStyles {
  const formats: string[] = [];
  const looks: Required<CellLook>[] = [];
  const known = new Map<string, number>();

  function formatId(format: string): number {
    if (format === "General") return 0;
    if (!formats.includes(format)) formats.push(format);
    return FIRST_FORMAT + formats.indexOf(format);
  }

  function of(look: CellLook): number {
    const whole = { bold: false, ruled: false, wrapped: false, quoted: false, ...look };
    const key = JSON.stringify([whole.format, whole.bold, whole.ruled, whole.wrapped, whole.quoted]);
    const found = known.get(key);
    if (found !== undefined) return found;
    looks.push(whole);
    known.set(key, looks.length - 1);
    return looks.length - 1;
  }

  /** Style 0 is what cells without one have. */
  of({ format: "General" });

  function xf({ format, bold, ruled, wrapped, quoted }: Required<CellLook>): string {
    const alignment = wrapped ? '<alignment vertical="top" wrapText="1"/>' : "";
    return `<xf numFmtId="${formatId(format)}" fontId="${bold ? 1 : 0}" fillId="0" borderId="${ruled ? 1 : 0}" xfId="0"${
      format === "General" ? "" : ' applyNumberFormat="1"'
    }${bold ? ' applyFont="1"' : ""}${ruled ? ' applyBorder="1"' : ""}${wrapped ? ' applyAlignment="1"' : ""}${
      quoted ? ' quotePrefix="1"' : ""
    }>${alignment}</xf>`;
  }

  return {
    of,
    xml() {
      const xfs = looks.map(xf).join("");
      const written = formats.map(
        (format, at) => `<numFmt numFmtId="${FIRST_FORMAT + at}" formatCode="${xmlText(format)}"/>`,
      );
      const font = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
      return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${
        written.length > 0 ? `<numFmts count="${written.length}">${written.join("")}</numFmts>` : ""
      }<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top style="thin"><color auto="1"/></top><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${looks.length}">${xfs}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
    },
  };
}
