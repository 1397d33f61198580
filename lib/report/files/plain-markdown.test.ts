import fc from "fast-check";
import type { Nodes } from "mdast";
import { describe, expect, it } from "vitest";
import { markdownTree } from "@/lib/std/markdown-tree";
import { markdownText, plainMarkdown } from "./plain-markdown";

/** What a reader of Markdown makes of a text: the kinds of its pieces, and its words. */
function read(text: string) {
  const tree = markdownTree(text);
  if (!tree) throw new Error("The text is too involved to be read.");
  const kinds = new Set<string>();
  let words = "";
  const visit = (node: Nodes) => {
    kinds.add(node.type === "code" && node.lang ? `code in ${node.lang}` : node.type);
    if ("value" in node) words += node.value;
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return { kinds, words };
}

const OUTSIDE = ["html", "image", "imageReference"];
const outside = (text: string, written = plainMarkdown(text)) => {
  const { kinds } = read(written);
  return [...kinds].filter((kind) => OUTSIDE.includes(kind) || kind.startsWith("code in"));
};

const IMG = "<img src=https://a.example/p.png>";

describe("the Markdown of a note in a file for another program", () => {
  it.each([
    ["![p](https://a.example/p.png)"],
    ["\\\\![p](https://a.example/p.png)"],
    ["\\\\\\\\![p](https://a.example/p.png)"],
    ["!![p](https://a.example/p.png)"],
    ["!!!![p](https://a.example/p.png)"],
    ["\\!![p](https://a.example/p.png)"],
    ["![p][a]\n\n[a]: https://a.example/p.png"],
    ["[![p](https://a.example/p.png)](https://a.example)"],
    ["| a |\n|---|\n| ![p](https://a.example/p.png) |"],
    [IMG],
    [`\\\\${IMG}`],
    [`\\\\\\\\${IMG}`],
    [`one \` tick\n\n${IMG}\n\nand \` another`],
    [`one \` tick ${IMG}\n\n- and \` another`],
    [`# a \`\n${IMG} \``],
    [`<a title="\`"> \`${IMG}\``],
    [`[a](<b \`c>) \`${IMG}\``],
    [`www.a.example\\${IMG}`],
    [`https://a.example/\\\\\\${IMG}`],
    [`[see https://a.example/\\![p](https://a.example/p.png)`],
    [`\\\`${IMG}\\\``],
    [`\`\`\` a\`b\n${IMG}\n\`\`\``],
    [`~~~\ncode\n~~~\n${IMG}\n~~~`],
    [`- \`\`\`\n  code\n\n${IMG}\n\`\`\``],
    ["!\\\\![p](https://a.example/p.png)"],
    [`> \`\`\`\n${IMG}`],
    ["<script>fetch('https://a.example')</script>"],
    ["<!-- \n\n-->"],
    [`<div>\n\n\`\n</div>\n${IMG}\n\``],
    ["```mermaid\nflowchart\n  A@{ img: 'https://a.example/p.png' }\n```"],
    ["> ~~~ mermaid\n> graph\n> ~~~"],
    [`\ufeff\`${IMG}\` ${IMG}`],
  ])("has no HTML, and fetches nothing: %j", (text) => {
    expect(outside(text)).toEqual([]);
  });

  it("has neither, whatever is put together", () => {
    const pieces = ["!", "[", "]", "(", ")", "\\", "`", "``", "```", "~~~", "<", ">", "\n", "\n\n", " ", "    ", "\t"];
    const words = [
      "p",
      "](https://a.example)",
      IMG,
      "<b>",
      "<!--",
      "-->",
      '"',
      "- ",
      "> ",
      "# ",
      "|",
      "www.a.example/",
    ];
    const some = fc.array(fc.constantFrom(...pieces, ...words, "$", "&lt;", "[a]: ", "*", "mermaid", "\n</div>"), {
      maxLength: 24,
    });
    fc.assert(
      fc.property(some, (parts) => {
        const text = parts.join("");
        expect(outside(text)).toEqual([]);
        expect(outside(text, markdownText(text))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it("has neither in a title, which shows as it stands", () => {
    const title = `https://a.example/${IMG} ![p](https://a.example/p.png) <b>`;
    expect(outside(title, markdownText(title))).toEqual([]);
    expect(read(markdownText("5 < 6 *and* <b>")).words).toBe("5 < 6 *and* <b>");
  });

  it("reads as it did: words, code and links stay, a picture is its name", () => {
    expect(plainMarkdown("**5** < 6, `a < $b`, [x](https://a.example)")).toBe(
      "**5** &lt; 6, `a < $b`, [x](https://a.example)",
    );
    expect(plainMarkdown("$5 and \\$6")).toBe("\\$5 and \\$6");
    expect(plainMarkdown("```sql\nselect '<' \n```")).toBe("```\nselect '<' \n```");
    expect(plainMarkdown("see ![the map](https://a.example)")).toBe("see [the map](https://a.example)");
    expect(plainMarkdown("so \\![x](https://a.example)")).toBe("so &#33;[x](https://a.example)");
    expect(read(plainMarkdown("`<b>` and <b> and \\<b>")).words).toBe("<b> and <b> and <b>");
  });

  it("is written in time, however often a sign stands in it", () => {
    for (const sign of ["\\", "!", "\n`a\n", "$", "<"]) {
      const written = plainMarkdown(sign.repeat(5000));
      expect(written.length).toBeGreaterThanOrEqual(5000);
    }
  });

  it("is written letter by letter where it is too involved to be read", () => {
    const written = plainMarkdown(`${"> ".repeat(40)}${IMG}\n\n![p](https://a.example)`);
    expect(written).not.toMatch(/<|(?<!\\)!/);
    expect(written.split("\n")).toHaveLength(3);
  });
});
