import { describe, expect, it } from "vitest";
import { someDataSet } from "@/lib/notebook/testing/arbitrary-notebook";
import { localeFor, notebookTitle } from "./new-notebook";
import { titleFromFile } from "./title-from-file";

describe("the title of a new notebook", () => {
  it.each([
    ["online-retail.csv", "Online retail"],
    ["SALES_2026.final.csv", "SALES 2026 final"],
    [" sales  of - May.csv", "Sales of May"],
    [".csv", "Untitled"],
  ])("reads %s as %s", (file, title) => {
    expect(titleFromFile(file)).toBe(title);
  });

  it("names the sales file and the newest month", () => {
    const stock = { ...someDataSet(1), kind: "inventory" as const, lastDay: null };
    expect(notebookTitle([stock, { ...someDataSet(2), kind: "sales", lastDay: "2011-12-09" }])).toBe(
      "File 2, to December 2011",
    );
  });
});

describe("the language of numbers", () => {
  it("is India's for rupees unless the browser has an Indian language already", () => {
    expect(localeFor("INR", "en-GB")).toBe("en-IN");
    expect(localeFor("INR", "hi-IN")).toBe("hi-IN");
    expect(localeFor("EUR", "de-DE")).toBe("de-DE");
  });
});
