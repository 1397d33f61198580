/** Texts a spreadsheet would run. */
export const FORMULAS = [
  '=HYPERLINK("http://x.test","go")',
  "+1+1",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(A1)",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  "＝1+1",
  "＋1",
  "－1",
  "＠SUM(A1)",
  "  =1+1",
  "\u00a0=1+1",
] as const;
