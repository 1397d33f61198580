const MEANS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => MEANS[letter] ?? letter);
}

interface HtmlPage {
  title: string;
  /** A style sheet that names nothing outside the page. */
  styles: string;
  /** Markup as a browser wrote it from elements: its texts are escaped already. */
  body: string;
}

/** Nothing runs in the page and nothing is fetched by it, whatever stands in it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'";

/** A whole page in one file: opens from a disk, offline, without a script. */
export function htmlPage({ title, styles, body }: HtmlPage): string {
  return `<!doctype html>
<html lang="en" data-theme="light">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Lucid">
<title>${escaped(title)}</title>
<style>${styles.replaceAll("</", "<\\/")}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
