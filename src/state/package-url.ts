import { MANIFEST_PATH, parseManifest, webFolder, type PackageFile } from '../dataset';

/** The app asks no other server for anything: what is not on its own has to be downloaded by the reader. */
export class ForeignOrigin extends Error {
  override readonly name = 'ForeignOrigin';
  constructor(readonly address: string) {
    super(`不是本站地址：${address}`);
  }
}

/**
 * A package's files from the URL of its manifest (or of its folder, with `/` at the end), relative to the page. Throws
 * ForeignOrigin for any other origin, NotAnExtract, and Error where the server has not got it.
 */
export async function fetchPackage(address: string): Promise<PackageFile[]> {
  const { href, origin, pathname } = new URL(address.trim(), document.baseURI);
  if (origin !== location.origin) throw new ForeignOrigin(href);
  if (/\.(zip|parquet)$/i.test(pathname)) {
    const folder = href.slice(0, href.lastIndexOf('/') + 1);
    const name = decodeURIComponent(pathname.split('/').at(-1)!);
    return [{ path: name, bytes: await webFolder(folder)(name) }];
  }
  const read = webFolder(new URL('.', href).href);
  const manifest = await read(MANIFEST_PATH);
  const { files } = parseManifest(manifest);
  const tables = await Promise.all(files.map(async ({ path }) => ({ path, bytes: await read(path) })));
  return [{ path: MANIFEST_PATH, bytes: manifest }, ...tables];
}
