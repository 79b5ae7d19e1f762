import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const READMES = ['README.md', 'README.zh-CN.md'];
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** npm's own commands that need no script. */
const OF_NPM = ['install', 'ci'];

/** The npm commands that a text names, in order, without their arguments: install, start, run extract … */
function commands(text: string): string[] {
  return [...text.matchAll(/npm (run [\w:-]+|[\w-]+)/g)].map((match) => match[1]!);
}

/** Relative links and pictures of a Markdown text. */
function links(text: string): string[] {
  return [...text.matchAll(/\]\((?!https?:|#)([^)\s#]+)/g)].map((match) => match[1]!);
}

describe.each(READMES)('%s', (readme) => {
  const text = readFileSync(readme, 'utf8');

  it('names only commands that exist', () => {
    const named = commands(text);
    expect(named).toContain('start');
    expect(named).toContain('test');
    const missing = named.filter((command) => {
      const script = command.replace(/^run /, '');
      return !(script in scripts) && !OF_NPM.includes(command);
    });
    expect(missing).toEqual([]);
  });

  it('names every script of package.json', () => {
    const named = commands(text).map((command) => command.replace(/^run /, ''));
    expect(Object.keys(scripts).filter((script) => !named.includes(script))).toEqual([]);
  });

  it('links only to files that exist', () => {
    const dead = links(text).filter((link) => !existsSync(join(dirname(readme), link)));
    expect(dead).toEqual([]);
  });
});

it('the two READMEs list the same commands', () => {
  const [english, chinese] = READMES.map((readme) => commands(readFileSync(readme, 'utf8')));
  expect(chinese).toEqual(english);
});

it('docs/index.md leads to every document under docs/, and no document has a dead link', () => {
  const documents = readdirSync('docs').filter((name) => name.endsWith('.md'));
  const reached = links(readFileSync('docs/index.md', 'utf8'));
  expect(documents.filter((name) => name !== 'index.md' && !reached.includes(name))).toEqual([]);
  const dead = documents.flatMap((name) =>
    links(readFileSync(join('docs', name), 'utf8')).filter((link) => !existsSync(join('docs', link))),
  );
  expect(dead).toEqual([]);
});
