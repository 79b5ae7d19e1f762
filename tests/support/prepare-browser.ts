import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser, hasChineseFonts } from './browser';

const MISSING_BROWSER =
  'No Chrome or Chromium was found: install one (Debian: apt-get install chromium) or set CHROME_PATH to it.';
const MISSING_FONTS = 'No Chinese fonts were found: install some (Debian: apt-get install fonts-noto-cjk).';

function run(command: string, args: string[], env: NodeJS.ProcessEnv = process.env): boolean {
  console.log(`$ ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}

function installFromDebian(packages: string[]): void {
  const root = process.getuid?.() === 0;
  if (!root || !existsSync('/etc/debian_version')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if (run('apt-get', ['update'], env)) {
    run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], env);
  }
}

function installFromPlaywright(): void {
  if (process.env['PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD']) return;
  run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
}

/**
 * Finds a browser and Chinese fonts, or installs them: Debian's packages when root, Playwright's browser
 * otherwise.
 *
 * @returns null when both are there, else one sentence saying what to install.
 */
export function prepareBrowser(): string | null {
  try {
    const wanted = [
      ...(findBrowser() ? [] : ['chromium']),
      ...(hasChineseFonts() ? [] : ['fontconfig', 'fonts-noto-cjk']),
    ];
    if (wanted.length > 0) installFromDebian(wanted);
    if (!findBrowser()) installFromPlaywright();
    if (!findBrowser()) return MISSING_BROWSER;
    return hasChineseFonts() ? null : MISSING_FONTS;
  } catch (error) {
    return error instanceof Error ? `${error.message}.` : String(error);
  }
}
