import { ReportError } from "../report-error";

type Bytes = Uint8Array<ArrayBuffer>;

const ROUNDS = 600_000;
const SALT = 16;
const NONCE = 12;

async function keyOf(passPhrase: string, salt: Bytes): Promise<CryptoKey> {
  const phrase = new TextEncoder().encode(passPhrase.normalize("NFC"));
  const material = await crypto.subtle.importKey("raw", phrase, "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS },
    material,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}

/** Encrypted with AES-256-GCM: salt, nonce, text. `around` stands outside and cannot be changed unnoticed. */
export async function sealed(plain: Bytes, passPhrase: string, around: Bytes): Promise<Bytes> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT));
  const iv = crypto.getRandomValues(new Uint8Array(NONCE));
  const key = await keyOf(passPhrase, salt);
  const text = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: around }, key, plain);
  return new Uint8Array([...salt, ...iv, ...new Uint8Array(text)]);
}

/** What was sealed. Throws ReportError when the pass phrase is another. */
export async function unsealed(bytes: Bytes, passPhrase: string, around: Bytes): Promise<Bytes> {
  const key = await keyOf(passPhrase, bytes.slice(0, SALT));
  const iv = bytes.slice(SALT, SALT + NONCE);
  const text = bytes.slice(SALT + NONCE);
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: around }, key, text));
  } catch (cause) {
    throw new ReportError({
      kind: "wrong-pass-phrase",
      message: "This pass phrase does not open the report.",
      hint: "Capital letters and spaces count. Try again, or ask who sent the link.",
      cause,
    });
  }
}
