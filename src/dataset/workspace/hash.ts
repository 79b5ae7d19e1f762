import { sha256Hex } from '../sha256';

/** SHA-256, hexadecimal: the browser's own where it offers it (https and localhost), which is much faster. */
export async function hashOf(bytes: Uint8Array): Promise<string> {
  // Browsers leave `subtle` out elsewhere.
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) return sha256Hex(bytes);
  const digest = await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
