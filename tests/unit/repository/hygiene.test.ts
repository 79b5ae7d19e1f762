import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isText, projectFiles } from './files';

/** A folder of one machine, not of the project: an absolute path under one of these. */
const MACHINE_PATH = new RegExp(
  String.raw`(?<![\w.~)}\]-])/(?:${['work', 'tmp', 'root', 'home'].join('|')})/\w`,
);
const REGISTRY_HOST = new RegExp(
  ['npmjs', 'npmmirror', 'deb\\.debian'].map((host) => `${host}\\.(?:org|com)`).join('|'),
);

const texts = projectFiles().flatMap((path) => {
  const bytes = readFileSync(path);
  return isText(bytes) ? [{ path, text: bytes.toString('utf8') }] : [];
});

describe('the files of the project', () => {
  it('finds them', () => {
    expect(texts.map(({ path }) => path)).toContain('package.json');
    expect(texts.length).toBeGreaterThan(20);
  });

  it('name no path of one machine', () => {
    expect(texts.filter(({ text }) => MACHINE_PATH.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('would notice one', () => {
    expect(MACHINE_PATH.test(`open('${['', 'work', 'main'].join('/')}')`)).toBe(true);
    expect(MACHINE_PATH.test('../work/main https://example.org/home/index.html')).toBe(false);
  });

  it('name no registry, and the lock file no address', () => {
    expect(texts.filter(({ text }) => REGISTRY_HOST.test(text)).map(({ path }) => path)).toEqual([]);
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { resolved?: string; integrity?: string }>;
    };
    const packages = Object.entries(lock.packages).filter(([name]) => name !== '');
    expect(packages.length).toBeGreaterThan(50);
    expect(packages.filter(([, entry]) => entry.resolved !== undefined).map(([name]) => name)).toEqual([]);
  });

  it('pin every dependency to one version', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    const versions = Object.entries({ ...dependencies, ...devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  });
});
