import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { chosenFiles, droppedFiles, splitPackages } from '../../../src/state/import/dropped';

type Tree = { [name: string]: Tree | string };

/** What a browser hands over for a tree: folders give their entries `part` at a time, as browsers do at 100. */
function entry(name: string, node: Tree | string, part: number): FileSystemEntry {
  if (typeof node === 'string') {
    return {
      name,
      isFile: true,
      isDirectory: false,
      file: (done: (file: File) => void) => done(new File([node], name)),
    } as unknown as FileSystemEntry;
  }
  return {
    name,
    isFile: false,
    isDirectory: true,
    createReader: () => {
      const rest = Object.entries(node).map(([inner, below]) => entry(inner, below, part));
      return {
        readEntries: (done: (entries: FileSystemEntry[]) => void) => done(rest.splice(0, part)),
      };
    },
  } as unknown as FileSystemEntry;
}

/** A drop of the tree's top entries. Like a browser, it forgets them when the event is over. */
function drop(tree: Tree, part = 100): DataTransfer {
  let over = false;
  queueMicrotask(() => (over = true));
  const items = Object.entries(tree).map(([name, node]) => ({
    kind: 'file',
    webkitGetAsEntry: () => (over ? null : entry(name, node, part)),
    getAsFile: () => (over || typeof node !== 'string' ? null : new File([node], name)),
  }));
  return { items } as unknown as DataTransfer;
}

const paths = (files: readonly { path: string }[]) => files.map(({ path }) => path);

describe('dropped files and folders', () => {
  it('finds every file below a folder, with its path, in the order a reader expects', async () => {
    const files = await droppedFiles(
      drop({
        公开: { '2023': { '部门10.pdf': 'x', '部门2.pdf': 'x' }, '2022': { 深: { 更深: { 'a.txt': 'x' } } } },
        '别.pdf': 'x',
      }),
    );
    expect(paths(files)).toEqual([
      '别.pdf',
      '公开/2022/深/更深/a.txt',
      '公开/2023/部门2.pdf',
      '公开/2023/部门10.pdf',
    ]);
    expect(await files.find(({ path }) => path.endsWith('a.txt'))!.file.text()).toBe('x');
  });

  it('reads a folder to its end, which browsers give in parts', async () => {
    const many = Object.fromEntries(Array.from({ length: 250 }, (_, i) => [`f${i}.txt`, '']));
    expect(await droppedFiles(drop({ many }, 100))).toHaveLength(250);
  });

  it('leaves out what systems and editors leave behind, and nothing else', async () => {
    const left = { '.DS_Store': '', 'Thumbs.db': '', 'desktop.ini': '', '~$决算.docx': '' };
    const files = await droppedFiles(
      drop({
        f: { ...left, __MACOSX: { 'a.pdf': '' }, '.git': { config: '' }, '决算.docx': '', '照片.png': '' },
      }),
    );
    expect(paths(files).sort()).toEqual(['f/决算.docx', 'f/照片.png'].sort());
  });

  it('keeps the path below a chosen folder, and takes chosen files by their name', () => {
    const inFolder = new File(['x'], 'a.pdf');
    Object.defineProperty(inFolder, 'webkitRelativePath', { value: '公开/2023/a.pdf' });
    const alone = new File(['x'], 'b.pdf');
    Object.defineProperty(alone, 'webkitRelativePath', { value: '' });
    expect(paths(chosenFiles([inFolder, alone])).sort()).toEqual(['b.pdf', '公开/2023/a.pdf']);
  });
});

describe('packages among the files', () => {
  const given = (path: string, content: BlobPart = 'x') => ({
    path,
    file: new File([content], path.split('/').at(-1)!),
  });
  const zipped = (...names: string[]) =>
    zipSync(
      Object.fromEntries(names.map((name) => [name, new TextEncoder().encode(name)])),
    ) as Uint8Array<ArrayBuffer>;

  it('a manifest with its tables is one package, its paths from the manifest on', async () => {
    const { packages, documents } = await splitPackages([
      given('数据/manifest.json'),
      given('数据/facts/2023.parquet'),
      given('数据/documents.parquet'),
      given('决算.pdf'),
    ]);
    expect(packages.map(paths)).toEqual([['manifest.json', 'facts/2023.parquet', 'documents.parquet']]);
    expect(paths(documents)).toEqual(['决算.pdf']);
  });

  it('a zip with a manifest or tables and a Parquet are packages; what is only called zip is not', async () => {
    const { packages, documents } = await splitPackages([
      given('extract.zip', zipped('数据/manifest.json', '数据/facts.parquet')),
      given('tables.zip', zipped('facts.parquet')),
      given('facts.parquet', 'PAR1'),
      given('broken.zip', 'text'),
      given('cut.zip', zipped('facts.parquet').slice(0, 20)),
      given('决算.xlsx', zipped('xl/workbook.xml')),
    ]);
    expect(packages.map(paths)).toEqual([['extract.zip'], ['tables.zip'], ['facts.parquet']]);
    expect(paths(documents)).toEqual(['broken.zip', 'cut.zip', '决算.xlsx']);
  });

  it('of a zip without a package the files are documents, without what systems leave in it', async () => {
    const zip = given('公开.zip', zipped('2023/a.pdf', '__MACOSX/._a.pdf', 'b.txt'));
    const { packages, documents } = await splitPackages([zip]);
    expect(packages).toEqual([]);
    expect(paths(documents)).toEqual(['公开.zip/2023/a.pdf', '公开.zip/b.txt']);
    expect(await documents[0]!.file.text()).toBe('2023/a.pdf');
    expect(documents[0]!.file.name).toBe('a.pdf');
  });
});
