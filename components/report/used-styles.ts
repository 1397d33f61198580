/** Rules that need a script, a pointer or a screen that changes. */
const PASSING = /^@(keyframes|import|charset)/;
/** Parts of a selector that say nothing of which elements it is about. */
const PSEUDO_ELEMENT = /::?(before|after|placeholder|selection|marker|backdrop|file-selector-button|-[\w-]+)/g;

/** Each of "*, ::before, .a:is(b, c)": commas in parentheses part nothing. */
const SELECTORS = /(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\]|\\.|[^,])+/g;

/** True when an element falls under one of the selectors of a rule. */
export function isUsed(selectors: string, within: ParentNode): boolean {
  return (selectors.match(SELECTORS) ?? []).some((selector) => falls(selector, within));
}

function falls(selector: string, within: ParentNode): boolean {
  const plain = selector.replace(PSEUDO_ELEMENT, "").trim();
  try {
    return within.querySelector(plain === "" ? "*" : plain) !== null;
  } catch {
    // A selector of another engine is no rule here.
    return false;
  }
}

function usedRule(rule: CSSRule, within: Document): string {
  if (rule instanceof CSSStyleRule) return isUsed(rule.selectorText, within) ? rule.cssText : "";
  if (rule instanceof CSSFontFaceRule || PASSING.test(rule.cssText)) return "";
  // The paper: its size and margins stand beside its corners, which are rules of their own.
  if (rule.cssText.startsWith("@page")) return rule.cssText;
  if (rule instanceof CSSGroupingRule) {
    const inner = usedRules(rule.cssRules, within);
    const head = rule.cssText.slice(0, rule.cssText.indexOf("{"));
    return inner === "" ? "" : `${head}{${inner}}`;
  }
  return rule.cssText;
}

function usedRules(rules: CSSRuleList, within: Document): string {
  return [...rules]
    .map((rule) => usedRule(rule, within))
    .filter((text) => text !== "")
    .join("\n");
}

/** The rules of this page's style sheets that another document's elements fall under; nothing is loaded by them. */
export function usedStyles(within: Document): string {
  const all = [...document.styleSheets].map((sheet) => usedRules(sheet.cssRules, within)).join("\n");
  return all.replace(/url\((?!["']?data:)[^)]*\)/g, "none");
}
