import { unzip } from '../../dataset';

/** A file that the reader gave, with its path below the folder that was given. */
export interface GivenFile {
  path: string;
  file: File;
}

/** Files that no one means to import: what systems and editors leave in folders. */
const LEFT_BEHIND = /(^|\/)((\.[^/]+|__MACOSX)(\/.*)?|~\$[^/]*|Thumbs\.db|desktop\.ini)$/i;

const inOrder = (files: readonly GivenFile[]) =>
  files
    .filter(({ path }) => !LEFT_BEHIND.test(path))
    .sort((a, b) => a.path.localeCompare(b.path, 'zh-CN', { numeric: true }));

function entriesOf(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader();
  const all: FileSystemEntry[] = [];
  return new Promise((resolve, reject) => {
    // A directory is given in parts until an empty one.
    const more = () =>
      reader.readEntries((entries) => {
        if (entries.length === 0) return resolve(all);
        all.push(...entries);
        more();
      }, reject);
    more();
  });
}

async function below(entry: FileSystemEntry, path: string): Promise<GivenFile[]> {
  const here = path ? `${path}/${entry.name}` : entry.name;
  if (entry.isDirectory) {
    const entries = await entriesOf(entry as FileSystemDirectoryEntry);
    return (await Promise.all(entries.map((inner) => below(inner, here)))).flat();
  }
  const file = await new Promise<File>((resolve, reject) =>
    (entry as FileSystemFileEntry).file(resolve, reject),
  );
  return [{ path: here, file }];
}

/** Everything dropped, folders with all that is in them, in the order of their paths. */
export async function droppedFiles(transfer: DataTransfer): Promise<GivenFile[]> {
  // Entries are gone after the first wait.
  const given = [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found = await Promise.all(
    given.map(({ entry, file }) =>
      entry ? below(entry, '') : Promise.resolve(file ? [{ path: file.name, file }] : []),
    ),
  );
  return inOrder(found.flat());
}

/** Files of an `<input type="file">`, also of one that takes a folder. */
export function chosenFiles(list: Iterable<File>): GivenFile[] {
  return inOrder([...list].map((file) => ({ path: file.webkitRelativePath || file.name, file })));
}

/**
 * Where the given files are data packages (a zip with a manifest or tables, a manifest with its tables, Parquet) and not
 * documents. Of a zip that holds none the files are documents; one that cannot be unpacked is left to the readers to name.
 */
export async function splitPackages(
  files: readonly GivenFile[],
): Promise<{ packages: GivenFile[][]; documents: GivenFile[] }> {
  const packages: GivenFile[][] = [];
  const taken = new Set<GivenFile>();
  for (const manifest of files.filter(({ path }) => /(^|\/)manifest\.json$/.test(path))) {
    const root = manifest.path.slice(0, -'manifest.json'.length);
    const own = files.filter(({ path }) => path.startsWith(root) && /\.(json|parquet)$/i.test(path));
    own.forEach((file) => taken.add(file));
    packages.push(own.map(({ path, file }) => ({ path: path.slice(root.length), file })));
  }
  const documents: GivenFile[] = [];
  for (const given of files) {
    if (taken.has(given)) continue;
    const inside =
      /\.zip$/i.test(given.path) && (await isZip(given.file))
        ? await unpacked(given).catch(() => null)
        : null;
    if (/\.parquet$/i.test(given.path) || inside?.some(({ path }) => OF_A_PACKAGE.test(path)))
      packages.push([given]);
    else documents.push(...(inside ?? [given]));
  }
  return { packages, documents };
}

const OF_A_PACKAGE = /(^|\/)manifest\.json$|\.parquet$/i;

/** The files in a zip, each with its path below the zip's. */
async function unpacked({ path: zip, file }: GivenFile): Promise<GivenFile[]> {
  const files = unzip(zip, new Uint8Array(await file.arrayBuffer()));
  return inOrder(
    files.map(({ path, bytes }) => ({
      path: `${zip}/${path}`,
      file: new File([bytes as Uint8Array<ArrayBuffer>], path.split('/').at(-1) ?? path),
    })),
  );
}

async function isZip(file: File): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return head[0] === 0x50 && head[1] === 0x4b;
}
