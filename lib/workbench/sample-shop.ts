import * as z from "zod/mini";
import { IngestError } from "@/lib/ingest/ingest-error";
import type { Preset } from "./import-files";
import type { Ports } from "./ports";

const sample = z.object({
  title: z.string(),
  locale: z.string(),
  currency: z.string(),
  files: z.array(z.object({ name: z.string(), url: z.string() })),
});

function unavailable(cause: unknown): IngestError {
  return new IngestError({
    kind: "unreadable",
    message: "The sample shop could not be loaded.",
    hint: "Check the connection and try again; your own files work without it.",
    cause,
  });
}

async function fetched(ports: Ports, path: string, signal: AbortSignal | null = null): Promise<Response> {
  const response = await ports.fetchOwn(path, { signal }).catch((error: unknown) => {
    throw unavailable(error);
  });
  if (!response.ok) throw unavailable(new Error(`${path}: ${response.status}`));
  return response;
}

/** The sample shop's files, unpacked, with what is known of them. Throws IngestError. */
export async function loadSampleShop(ports: Ports, signal?: AbortSignal): Promise<{ files: File[]; preset: Preset }> {
  const described = sample.safeParse(await (await fetched(ports, "/sample/sample.json", signal)).json());
  if (!described.success) throw unavailable(described.error);
  const { files, ...preset } = described.data;
  const unpacked = files.map(async ({ name, url }) => {
    const { body } = await fetched(ports, url, signal);
    if (!body) throw unavailable(new Error(`${url}: no body`));
    const plain = body.pipeThrough(new DecompressionStream("gzip"));
    return new File([await new Response(plain).blob()], name, { type: "text/csv" });
  });
  return { files: await Promise.all(unpacked), preset };
}
