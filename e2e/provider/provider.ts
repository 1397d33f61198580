import type { IncomingMessage, ServerResponse } from "node:http";
import { listen } from "./listen";
import { type Manner, writtenIn } from "./manner";

/** A request as it came over the wire. */
export interface Asked {
  path: string;
  authorization: string;
  body: string;
}

/** A server that speaks OpenAI's chat completions and answers as it is told. */
export interface Provider {
  /** For OPENAI_BASE_URL. */
  baseUrl: string;
  /** All that was asked since the last `tell`. */
  asked: readonly Asked[];
  tell(manner: Manner): void;
  /** Lets an answer that halts go on. */
  goOn(): void;
  /** Resolves once a caller gave up on an answer. */
  givenUp(): Promise<void>;
  close(): Promise<void>;
}

interface ChatRequest {
  messages: { role: string; content: string | { text: string }[] }[];
}

const textOf = (content: ChatRequest["messages"][number]["content"]) =>
  typeof content === "string" ? content : content.map(({ text }) => text).join("");

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** A text as the events of a stream, a few letters each, so that words and placeholders are torn apart. */
function events(text: string): string[] {
  const pieces = text.match(/[\s\S]{1,7}/g) ?? [];
  const event = (delta: object, finish: string | null) => {
    const chunk = { id: "c1", object: "chat.completion.chunk", created: 0, model: "test" };
    return `data: ${JSON.stringify({ ...chunk, choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
  };
  return [
    event({ role: "assistant", content: "" }, null),
    ...pieces.map((content) => event({ content }, null)),
    event({}, "stop"),
    "data: [DONE]\n\n",
  ];
}

function refuse(response: ServerResponse, status: number, message: string): void {
  // Callers that wait between tries need not wait long for a test.
  response.writeHead(status, { "content-type": "application/json", "retry-after-ms": "1" });
  response.end(JSON.stringify({ error: { message, type: "test", code: null } }));
}

function answer(manner: Manner, asked: Asked, response: ServerResponse, halted: (() => void)[]): void {
  const { messages } = JSON.parse(asked.body) as ChatRequest;
  const users = messages.filter(({ role }) => role === "user").map(({ content }) => textOf(content));
  const figures = JSON.parse(users[0] ?? "");
  const sent = events(JSON.stringify({ elements: writtenIn(manner, figures, users.length > 1) }));
  response.writeHead(200, { "content-type": "text/event-stream" });
  const middle = Math.ceil(sent.length / 2);
  if (manner === "half") response.write(sent.slice(0, middle).join(""), () => response.destroy());
  else if (manner === "halting") {
    response.write(sent.slice(0, middle).join(""));
    halted.push(() => response.end(sent.slice(middle).join("")));
  } else response.end(sent.join(""));
}

function sendWithoutEnd(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const block = events("x".repeat(7_000)).slice(0, -2).join("");
  const more = (): void => {
    while (!response.destroyed && response.write(block));
  };
  response.on("drain", more);
  more();
}

/** Starts a provider on a free port of this machine; honest until told otherwise. */
export async function startProvider(): Promise<Provider> {
  let manner: Manner = "honest";
  let asked: Asked[] = [];
  const waiting: (() => void)[] = [];
  const halted: (() => void)[] = [];

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const heard = {
      path: request.url ?? "",
      authorization: request.headers.authorization ?? "",
      body: await readBody(request),
    };
    asked.push(heard);
    response.on("close", () => {
      if (!response.writableFinished) for (const resolve of waiting.splice(0)) resolve();
    });
    if (!/^(\/openai)?\/v1\/chat\/completions$/.test(heard.path)) refuse(response, 404, "There is no such address.");
    else if (manner === "silent") response.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders();
    else if (manner === "garbage") response.end("<html><body>502 Bad Gateway 12,345</body></html>");
    else if (manner === "endless") sendWithoutEnd(response);
    else if (manner === "busy") refuse(response, 429, `Too many requests with ${heard.authorization}`);
    else if (manner === "broken") refuse(response, 500, `Failed for ${heard.authorization}`);
    else if (manner === "strict") refuse(response, 401, `Wrong key: ${heard.authorization}`);
    else if (manner === "elsewhere") response.writeHead(307, { location: "https://elsewhere.example/v1" }).end();
    else answer(manner, heard, response, halted);
  }

  const { origin, close } = await listen((request, response) => {
    respond(request, response).catch((error: unknown) => refuse(response, 400, String(error)));
  });

  return {
    baseUrl: `${origin}/v1`,
    get asked() {
      return asked;
    },
    tell(next) {
      manner = next;
      asked = [];
    },
    goOn: () => {
      for (const end of halted.splice(0)) end();
    },
    givenUp: () => new Promise((resolve) => waiting.push(resolve)),
    close,
  };
}
