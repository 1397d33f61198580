import type { NamedBlob } from "../decode";
import { lostSentence } from "../encoding";
import { transcode } from "../encoding-transcode";
import { holdsJson, type Look, lookAt } from "../open-plain";
import type { OpenChoice, OpenedFile } from "../opened-file";
import { refusal } from "./refusal";

type ToConvert = Exclude<Look, { as: "plain" }>;

async function openText(file: NamedBlob, look: ToConvert & { as: "text" }, signal?: AbortSignal): Promise<OpenedFile> {
  const { encoding, evidence } = look.find();
  const { text, lost } = await transcode(file, encoding, signal);
  const sentences = lost > 0 ? [lostSentence(lost)] : evidence;
  if (await holdsJson(text)) {
    const opened = await openJson(text, signal);
    return { ...opened, encoding, evidence: [...sentences, ...opened.evidence] };
  }
  return { text, encoding, sheet: null, sheets: [], typed: false, evidence: sentences };
}

async function openJson(file: NamedBlob, signal?: AbortSignal): Promise<OpenedFile> {
  const { readJson } = await import("./json");
  return readJson(file, signal);
}

/** What an archive holds is a text or JSON: an archive or workbook in it is refused. */
async function openInner(inner: NamedBlob, choice: OpenChoice, signal?: AbortSignal): Promise<OpenedFile> {
  const look = await lookAt(inner, choice, signal);
  if (look.as === "plain") return look.opened;
  if (look.as === "text" || look.as === "json") return openContainer(inner, look, choice, signal);
  throw refusal(
    "not-a-table",
    inner.name,
    "is packed twice: what it holds is no text",
    "Unpack it and add the file inside.",
  );
}

/** Opens what is no text in UTF-8: converts it in this thread. Throws IngestError or AbortError. */
export async function openContainer(
  file: NamedBlob,
  look: ToConvert,
  choice: OpenChoice,
  signal?: AbortSignal,
): Promise<OpenedFile> {
  switch (look.as) {
    case "text":
      return openText(file, look, signal);
    case "json":
      return openJson(file, signal);
    case "gzip": {
      const { gunzip } = await import("./gzip");
      return openInner(await gunzip(file, signal), choice, signal);
    }
    case "zip": {
      const { readZip } = await import("./zip");
      const zip = await readZip(file, signal);
      if (zip.kind === "workbook") return openWorkbook(file, zip.what, choice, signal);
      return openInner(zip.inner, choice, signal);
    }
    case "old-office":
      return openWorkbook(file, "an older Excel or Word file", choice, signal);
    case "parquet": {
      const { readParquet } = await import("./parquet");
      return readParquet(file, signal);
    }
    default: {
      const { readArrow } = await import("./arrow");
      return readArrow(file, signal);
    }
  }
}

async function openWorkbook(file: NamedBlob, what: string, { sheet }: OpenChoice, signal?: AbortSignal) {
  const { readWorkbook } = await import("./workbook");
  return readWorkbook(file, { what, sheet }, signal);
}
