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

/** Where the given files are data packages (a zip, a manifest with its tables, Parquet) and not documents. */
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
  for (const given of files) {
    if (taken.has(given)) continue;
    if (/\.parquet$/i.test(given.path) || (/\.zip$/i.test(given.path) && (await isZip(given.file)))) {
      taken.add(given);
      packages.push([given]);
    }
  }
  return { packages, documents: files.filter((given) => !taken.has(given)) };
}

async function isZip(file: File): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return head[0] === 0x50 && head[1] === 0x4b;
}
