// @vitest-environment happy-dom

import * as fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, test, vi } from "vitest";
import { linkTargets, markdownTree } from "@/lib/std/markdown-tree";
import { Markdown } from "./markdown";
import { safeLink } from "./safe-link";
import { click, type Mounted, mount } from "./testing/mount";

let page: Mounted | null = null;
afterEach(() => page?.unmount());

const html = (text: string) => renderToStaticMarkup(<Markdown text={text} />);

function shown(text: string): Mounted {
  page = mount(<Markdown text={text} />);
  return page;
}

const texts = (view: Mounted, selector: string) => view.all(selector).map(({ textContent }) => textContent);

describe("Markdown", () => {
  test("is set as headings below the cell's, paragraphs, lists, quotes and code", () => {
    const view = shown(
      "# Plan\n\n###### Small\n\nFirst **bold** and *leaning*, ~~gone~~, `x = 1`.\n\n> said\n\n3. three\n4. four\n\n```sql\nselect 1\n```\n\n---\n",
    );
    expect(texts(view, "h3")).toEqual(["Plan"]);
    expect(texts(view, "h6")).toEqual(["Small"]);
    expect(texts(view, "h1, h2")).toEqual([]);
    expect(texts(view, "strong, em, del")).toEqual(["bold", "leaning", "gone"]);
    expect(texts(view, "blockquote p")).toEqual(["said"]);
    expect(view.one("ol").getAttribute("start")).toBe("3");
    expect(texts(view, "pre")).toEqual(["select 1"]);
    expect(view.all("hr")).toHaveLength(1);
  });

  test("has tables with their alignment", () => {
    const view = shown("| Shop | Sum |\n|---|---:|\n| Pune | 12 |\n");
    expect(view.all("th").map((cell) => [cell.textContent, cell.getAttribute("scope"), cell.style.textAlign])).toEqual([
      ["Shop", "col", ""],
      ["Sum", "col", "right"],
    ]);
    expect(texts(view, "td")).toEqual(["Pune", "12"]);
  });

  test("says of each task whether it is done", () => {
    const view = shown("- [x] order tea\n- [ ] call Ravi\n- plain\n");
    expect(texts(view, "li")).toEqual(["Done:order tea", "To do:call Ravi", "plain"]);
    expect(view.all("input")).toEqual([]);
  });

  test("leads to pages in a tab of their own, told of nothing, and to letters", () => {
    const view = shown("[a](https://example.com/x) <mailto:a@example.com> [b][ref]\n\n[REF]: http://example.org 'T'\n");
    expect(view.all<HTMLAnchorElement>("a").map((link) => link.getAttribute("href"))).toEqual([
      "https://example.com/x",
      "mailto:a@example.com",
      "http://example.org/",
    ]);
    for (const link of view.all<HTMLAnchorElement>("a")) {
      expect([link.rel, link.target]).toEqual(["noopener noreferrer", "_blank"]);
    }
  });

  test("leads to a cell of the page and leaves the page's address alone", () => {
    const view = shown("[Best](#best_sellers)");
    const cell = document.body.appendChild(document.createElement("section"));
    cell.id = "cell-best_sellers";
    cell.tabIndex = -1;
    cell.scrollIntoView = vi.fn();
    const before = window.location.href;
    click(view.one("a"));
    expect(document.activeElement).toBe(cell);
    expect(cell.scrollIntoView).toHaveBeenCalledOnce();
    expect(window.location.href).toBe(before);
    cell.remove();
  });

  test("names pictures and fetches none", () => {
    const view = shown("![The shop](https://spy.example/p.png) ![](x.png) ![r][r]\n\n[r]: https://spy.example/r.png");
    expect(texts(view, "p span")).toEqual(["The shop", "A picture", "r"]);
    expect(html("![a](https://spy.example/p.png)")).not.toContain("spy.example");
  });

  test("shows footnotes where they are written", () => {
    expect(shown("Sold[^1].\n\n[^1]: By Ravi.").one("[data-slot]").textContent).toBe("Sold1.1By Ravi.");
  });
});

const HOSTILE = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "before <svg/onload=alert(1)> after",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "<a href='javascript:alert(1)'>x</a>",
  "<style>*{background:url(https://spy.example)}</style>",
  "<!-- --><base href=https://spy.example>",
  "<form action=https://spy.example><input></form>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java\tscript:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](\u0001javascript:alert(1))",
  "[x](<  javascript:alert(1)>)",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "[x](vbscript:msgbox)",
  "[x](blob:https://spy.example/1)",
  "[x](file:///etc/passwd)",
  "[x](//spy.example)",
  "[x](/api/auth/signout)",
  "[x](?a#b)",
  '[x](#"onclick=alert(1))',
  "<javascript:alert(1)>",
  "[x]\n\n[x]: javascript:alert(1)",
  "![x](javascript:alert(1))",
  "![x](x 'onerror=alert(1)')",
  '[x](https://example.com "\'><script>alert(1)</script>")',
  "`<script>alert(1)</script>`",
  '```"><script>\n<script>alert(1)</script>\n```',
  "| <script> |\n|---|\n| <img src=x onerror=alert(1)> |",
  "# <script>alert(1)</script>",
  "- [x] <script>alert(1)</script>",
  "[^1]\n\n[^1]: <script>alert(1)</script>",
  "{{constructor.constructor('alert(1)')()}}",
  "<math><mtext></p><img src onerror=alert(1)>",
  "\u2028<script>alert(1)</script>",
];

const TAGS = new Set(
  "DIV P SPAN H3 H4 H5 H6 STRONG EM DEL BR CODE PRE BLOCKQUOTE HR OL UL LI TABLE THEAD TBODY TR TH TD A SUP SVG PATH RECT".split(
    " ",
  ),
);
const ATTRIBUTES = /^(class|style|start|scope|href|title|target|rel|data-(slot|checked)|aria-hidden)$/;

/** What is in a page that could run, fetch or send. */
function trespasses(markup: string): string[] {
  const host = document.createElement("div");
  host.innerHTML = markup;
  return [...host.querySelectorAll("*")].flatMap((element) => {
    if (!TAGS.has(element.tagName.toUpperCase())) return [element.outerHTML];
    if (element.closest("svg")) return [];
    return [...element.attributes]
      .filter(
        ({ name, value }) =>
          !ATTRIBUTES.test(name) || (name === "href" && !/^(https?:|mailto:|#cell-\w+$)/.test(value)),
      )
      .map(({ name, value }) => `${name}=${value}`);
  });
}

describe("a hostile note", () => {
  test.each(HOSTILE)("%s runs, fetches and sends nothing", (text) => {
    expect(trespasses(html(text))).toEqual([]);
  });

  test("would be seen here if it got through", () => {
    expect(trespasses("<p><img src=x onerror=alert(1)></p>")).toHaveLength(1);
    expect(trespasses("<a href='javascript:alert(1)'>x</a>")).toEqual(["href=javascript:alert(1)"]);
    expect(trespasses("<p onclick=alert(1)>x</p>")).toEqual(["onclick=alert(1)"]);
  });

  test("shows its HTML as the text it is", () => {
    expect(shown("a <b onclick=x>b</b>\n\n<script>alert(1)</script>").one("div").textContent).toBe(
      "a <b onclick=x>b</b><script>alert(1)</script>",
    );
  });

  test("of any text has no other elements than those of a page", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...HOSTILE,
        "\n",
        "\n\n",
        "> ",
        "- ",
        "[",
        "](",
        ")",
        "`",
        "*",
        "_",
        "~~",
        "|",
        "<",
        "&lt;",
        "\\",
        "1. ",
      ),
      fc.string({ unit: "binary", maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(trespasses(html(pieces.join("")))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ["quotes without end", ">".repeat(20_000)],
    ["lists without end", "- ".repeat(9000)],
    ["lists and quotes without end", "> 1. ".repeat(4000)],
    ["brackets without end", "[a](".repeat(5000)],
    ["stars without end", "*a_".repeat(6600)],
    ["a table of ten thousand columns", `${"|a".repeat(5000)}\n${"|-".repeat(5000)}`],
    ["a text of a million letters", "a ".repeat(500_000)],
  ])("of %s is shown as it stands", (_, text) => {
    expect(markdownTree(text)).toBeNull();
    expect(html(text)).toContain(text.slice(0, 12).replaceAll(">", "&gt;"));
  });

  test("nested as deep as is read is still set", () => {
    expect(html(`${"> ".repeat(30)}deep`)).toContain("deep</p></blockquote>");
    expect(html(`${"*a **b ".repeat(500)}${"** *".repeat(400)}`)).toContain("a ");
    expect(html(Array.from({ length: 130 }, (_, at) => `${" ".repeat(at * 2)}- a`).join("\n"))).toContain("<li");
  });
});

describe("links", () => {
  test("lead to cells by either way of writing them", () => {
    expect(safeLink("#cell-trends")).toEqual({ to: "cell", href: "#cell-trends" });
    expect(safeLink("#trends")).toEqual({ to: "cell", href: "#cell-trends" });
    expect(safeLink("#")).toBeNull();
    expect(safeLink("trends")).toBeNull();
  });

  test("of two targets of one name the first counts, wherever it stands", () => {
    const tree = markdownTree("> [a]: http://one.example\n\n[a]\n\n[a]: http://two.example");
    expect(tree && [...linkTargets(tree)]).toEqual([["a", "http://one.example"]]);
  });
});
