import { SquareCheck, Square as SquareEmpty } from "lucide-react";
import type { Heading, ListItem, Nodes, PhrasingContent, RootContent, Table } from "mdast";
import { type ComponentProps, createElement, type ReactNode, useMemo } from "react";
import { linkTargets, markdownTree } from "@/lib/std/markdown-tree";
import { cn } from "./cn";
import { MarkdownLink } from "./markdown-link";
import { ScrollArea } from "./scroll-area";

type MarkdownProps = Omit<ComponentProps<"div">, "children"> & {
  text: string;
  /** The level of the heading this text stands under; its own begin one below. */
  under?: number;
};

interface Setting {
  targets: ReadonlyMap<string, string>;
  under: number;
}

/** Space between what stands one below the other; a text of the other direction is set in its own. */
const FLOW = "[&>*+*]:mt-3 [&_:is(p,li,h3,h4,h5,h6,th,td)]:[unicode-bidi:plaintext]";

/**
 * Markdown as a page of text. Safe by construction: elements come from this list alone, HTML is shown as the text it is,
 * pictures are named and not fetched, links go to pages, letters and cells.
 */
export function Markdown({ text, under = 2, className, ...props }: MarkdownProps) {
  const content = useMemo(() => {
    const tree = markdownTree(text);
    if (!tree) return <p className="whitespace-pre-wrap">{text}</p>;
    return createElement("div", { className: FLOW }, ...set(tree.children, { targets: linkTargets(tree), under }));
  }, [text, under]);
  return (
    <div
      data-slot="markdown"
      className={cn("max-w-[66ch] font-serif text-[1.0625rem] leading-[1.55] [overflow-wrap:anywhere]", className)}
      {...props}
    >
      {content}
    </div>
  );
}

const HEADING_LOOKS = ["text-xl", "text-[1.0625rem]", "text-[1.0625rem] text-soft"];

function set(nodes: readonly Nodes[], setting: Setting): ReactNode[] {
  return nodes.map((node) => setOne(node, setting));
}

/** An element around the children of a node; without keys, as their order never changes by itself. */
function around(tag: string, className: string, { children }: { children: readonly Nodes[] }, setting: Setting) {
  return createElement(tag, className === "" ? null : { className }, ...set(children, setting));
}

function setOne(node: RootContent | Nodes, setting: Setting): ReactNode {
  switch (node.type) {
    case "text":
      return node.value;
    case "html":
    case "yaml":
      return <span className="whitespace-pre-wrap">{node.value}</span>;
    case "paragraph":
      return around("p", "", node, setting);
    case "heading":
      return setHeading(node, setting);
    case "strong":
      return around("strong", "font-[650]", node, setting);
    case "emphasis":
      return around("em", "", node, setting);
    case "delete":
      return around("del", "text-soft", node, setting);
    case "break":
      return <br />;
    case "inlineCode":
      return (
        <code className="rounded-sm bg-wash px-1 py-0.5 font-mono text-[0.84em] [font-variant-ligatures:none]">
          {node.value}
        </code>
      );
    case "code":
      return (
        <ScrollArea label="Code" className="rounded-md bg-wash px-3.5 py-2.5">
          <pre className="font-mono text-sm [font-variant-ligatures:none] [overflow-wrap:normal]">
            <code>{node.value}</code>
          </pre>
        </ScrollArea>
      );
    case "blockquote":
      return around("blockquote", "border-line border-l-2 pl-4 text-soft [&>*+*]:mt-3", node, setting);
    case "thematicBreak":
      return <hr className="my-5 border-line" />;
    case "list":
      return node.ordered
        ? createElement(
            "ol",
            { start: node.start ?? 1, className: "list-decimal pl-6" },
            ...set(node.children, setting),
          )
        : around("ul", "list-disc pl-6", node, setting);
    case "listItem":
      return setItem(node, setting);
    case "table":
      return setTable(node, setting);
    case "link":
      return setLink(node.url, node.children, setting);
    case "linkReference":
      return setLink(setting.targets.get(node.identifier) ?? "", node.children, setting);
    case "image":
    case "imageReference":
      return <span className="text-soft italic">{node.alt?.trim() || "A picture"}</span>;
    case "footnoteReference":
      return <sup className="text-xs">{node.label ?? node.identifier}</sup>;
    case "footnoteDefinition":
      return createElement(
        "div",
        { className: "text-base text-soft" },
        <sup className="text-xs">{node.label ?? node.identifier}</sup>,
        ...set(node.children, setting),
      );
    case "root":
    case "tableRow":
    case "tableCell":
      return around("div", "", node, setting);
    case "definition":
      return null;
  }
}

function setHeading(node: Heading, setting: Setting): ReactNode {
  const look = HEADING_LOOKS[Math.min(node.depth, HEADING_LOOKS.length) - 1] ?? "";
  const level = Math.min(setting.under + node.depth, 6);
  return around(`h${level}`, cn("font-semibold leading-snug [*+&]:mt-5!", look), node, setting);
}

function setLink(address: string, children: readonly PhrasingContent[], setting: Setting): ReactNode {
  return createElement(MarkdownLink, { href: address }, ...set(children, setting));
}

/** An item of a list; one that can be done says whether it is. */
function setItem(node: ListItem, setting: Setting): ReactNode {
  const { checked } = node;
  const flow = "mt-1 [&>*+*]:mt-1";
  if (checked === null || checked === undefined) return around("li", flow, node, setting);
  const Box = checked ? SquareCheck : SquareEmpty;
  return createElement(
    "li",
    { className: cn(flow, "relative list-none"), "data-checked": checked },
    <span className="absolute top-1.5 -left-6">
      <Box aria-hidden="true" className={cn("size-4", checked ? "text-accent" : "text-faint")} />
      <span className="sr-only">{checked ? "Done:" : "To do:"}</span>
    </span>,
    ...set(node.children, setting),
  );
}

function setTable({ children: [head, ...rows], align }: Table, setting: Setting): ReactNode {
  const cells = (tag: "th" | "td", row: Table["children"][number], className: string) =>
    row.children.map((cell, at) =>
      createElement(
        tag,
        { className, style: { textAlign: align?.[at] ?? undefined }, ...(tag === "th" ? { scope: "col" } : {}) },
        ...set(cell.children, setting),
      ),
    );
  const line = "border-line border-b py-1.5 pr-5 align-top last:pr-0";
  return (
    <ScrollArea label="Table" className="font-sans text-base">
      <table className="border-collapse text-left [overflow-wrap:normal]">
        {head ? (
          <thead>{createElement("tr", null, ...cells("th", head, cn(line, "font-medium text-soft text-sm")))}</thead>
        ) : null}
        {createElement("tbody", null, ...rows.map((row) => createElement("tr", null, ...cells("td", row, line))))}
      </table>
    </ScrollArea>
  );
}
