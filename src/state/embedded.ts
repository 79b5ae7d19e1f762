import {
  chosenFiles,
  MANIFEST_PATH,
  parseManifest,
  webFolder,
  type FetchBytes,
  type NamedSource,
} from '../dataset';

/** The embedded extract, beside the page. */
const DATA = 'data/';
export const EMBEDDED = 'embedded';

/**
 * Files fetched once, beginning while the engine still starts; tables are made anew after every change of the
 * workspace, also when the network is gone by then. A failure is left to the reading, which asks again and says what is
 * wrong.
 */
export function once(fetchBytes: FetchBytes): FetchBytes {
  const begun = new Map<string, Promise<Uint8Array>>();
  const begin = (path: string, onBytes?: (bytes: number) => void) => {
    const bytes = fetchBytes(path, onBytes);
    bytes.catch(() => begun.delete(path));
    begun.set(path, bytes);
    return bytes;
  };
  begin(MANIFEST_PATH)
    .then((bytes) => chosenFiles(parseManifest(bytes), {}).forEach((file) => begin(file.path)))
    .catch(() => undefined);
  return (path, onBytes) => begun.get(path) ?? begin(path, onBytes);
}

let kept: NamedSource | null = null;

/** The data that the app brings along. */
export function embeddedSource(): NamedSource {
  kept ??= { id: EMBEDDED, fetchBytes: once(webFolder(new URL(DATA, document.baseURI).href)) };
  return kept;
}

/** After what was fetched turned out to be no data: the next reading asks for it anew. */
export function forgetEmbedded(): void {
  kept = null;
}
