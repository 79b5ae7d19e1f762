import type { FetchBytes } from './load';

/**
 * Reads the files of an extract from a web server, whole: no ranges, no HEAD. `base` is the folder's URL. The byte
 * counts are of what arrives, after the transport's own decompression.
 */
export function webFolder(base: string): FetchBytes {
  const folder = base.endsWith('/') ? base : `${base}/`;
  return async (path, onBytes) => {
    const url = folder + path.split('/').map(encodeURIComponent).join('/');
    const response = await fetch(url);
    if (!response.ok) throw new Error(`HTTP ${response.status} ${url}`);
    if (!response.body || !onBytes) return new Uint8Array(await response.arrayBuffer());
    const chunks: Uint8Array[] = [];
    let length = 0;
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      onBytes((length += value.length));
    }
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    return bytes;
  };
}
