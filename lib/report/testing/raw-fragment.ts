import { encodeBase64url } from "../codec/base64url";
import { deflated } from "../codec/deflate";

interface RawParts {
  version?: number;
  flags?: number;
}

/** A fragment around any text, made as a link is: its checksum is right whatever it says. */
export async function rawFragment(json: string, { version = 1, flags = 0 }: RawParts = {}): Promise<string> {
  const bytes = new TextEncoder().encode(json);
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).slice(0, 4);
  const letters = encodeBase64url(new Uint8Array([flags, ...sum, ...(await deflated(bytes))]));
  return `${version}-${letters.length}-${letters}`;
}
