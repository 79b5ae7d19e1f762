import { equalBytes, storageError, type FileEntry, type FileStore } from './file-store';

const isMissing = (thrown: unknown) =>
  thrown instanceof DOMException && (thrown.name === 'NotFoundError' || thrown.name === 'TypeMismatchError');

/**
 * Files in a folder of the browser's origin-private file system. `createWritable` collects what is written in a file
 * beside the old one, which `close` puts in its place. `exchange` is safe among those who hold the same lock only.
 */
export class OpfsStore implements FileStore {
  readonly kind = 'opfs';
  readonly #root: FileSystemDirectoryHandle;

  constructor(root: FileSystemDirectoryHandle) {
    this.#root = root;
  }

  async #folder(path: string, create: boolean): Promise<[FileSystemDirectoryHandle, name: string]> {
    const parts = path.split('/');
    const name = parts.pop()!;
    let folder = this.#root;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create });
    return [folder, name];
  }

  async read(path: string): Promise<Uint8Array | null> {
    try {
      const [folder, name] = await this.#folder(path, false);
      const file = await (await folder.getFileHandle(name)).getFile();
      // A name is made before its bytes are there: who is killed in between leaves an empty file.
      return file.size === 0 ? null : new Uint8Array(await file.arrayBuffer());
    } catch (thrown) {
      if (isMissing(thrown)) return null;
      throw storageError(thrown);
    }
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    try {
      const [folder, name] = await this.#folder(path, true);
      const writable = await (await folder.getFileHandle(name, { create: true })).createWritable();
      try {
        await writable.write(bytes as Uint8Array<ArrayBuffer>);
        await writable.close();
      } catch (thrown) {
        await writable.abort().catch(() => undefined);
        throw thrown;
      }
    } catch (thrown) {
      throw storageError(thrown);
    }
  }

  async exchange(path: string, expected: Uint8Array | null, bytes: Uint8Array): Promise<boolean> {
    if (!equalBytes(await this.read(path), expected)) return false;
    await this.write(path, bytes);
    return true;
  }

  async remove(path: string): Promise<void> {
    try {
      const [folder, name] = await this.#folder(path, false);
      await folder.removeEntry(name);
    } catch (thrown) {
      if (!isMissing(thrown)) throw storageError(thrown);
    }
  }

  async list(): Promise<FileEntry[]> {
    const entries: FileEntry[] = [];
    const walk = async (folder: FileSystemDirectoryHandle, before: string): Promise<void> => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle, `${before}${name}/`);
        else {
          const file = await (handle as FileSystemFileHandle).getFile();
          entries.push({ path: before + name, bytes: file.size, modified: file.lastModified });
        }
      }
    };
    await walk(this.#root, '');
    return entries;
  }
}
