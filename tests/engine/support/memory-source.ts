import type { ExtractFile, ExtractSource } from '../../../src/dataset';

/** Written files as a place to load from. */
export function memorySource(files: readonly ExtractFile[]): ExtractSource {
  return {
    fetchBytes: (path) => {
      const file = files.find((candidate) => candidate.path === path);
      return file ? Promise.resolve(file.bytes) : Promise.reject(new Error(`no file ${path}`));
    },
  };
}
