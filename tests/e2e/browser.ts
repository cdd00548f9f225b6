import { existsSync, mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** How Playwright starts a browser here: a program on this machine or a channel that the system knows. */
export interface BrowserChoice {
  readonly executablePath?: string;
  readonly channel?: 'msedge' | 'chrome';
}

const CHROMIUM = '@sparticuz/chromium';

/**
 * Chromium as an npm package, so that `npm ci` is all that a Linux machine needs. It unpacks itself once into a folder
 * of its own version: the package reuses whatever lies there without looking at its version.
 */
async function chromiumFromPackage(): Promise<string> {
  // With this set before loading, it also unpacks its own system libraries and fonts: none has to be installed.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  const cache = path.join(os.tmpdir(), `bci-chromium-${process.getuid?.() ?? 0}-147.0.0`);
  mkdirSync(cache, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = cache;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    return await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** @throws {Error} when there is no browser, with what to do */
export async function chooseBrowser(): Promise<BrowserChoice> {
  const given = process.env.BROWSER_PATH;
  if (given !== undefined) return { executablePath: given };
  if (process.platform === 'win32') return { channel: 'msedge' };
  if (process.platform === 'darwin') {
    return { channel: existsSync('/Applications/Microsoft Edge.app') ? 'msedge' : 'chrome' };
  }
  if (process.arch === 'x64') return { executablePath: await chromiumFromPackage() };
  const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge'].find(existsSync);
  if (installed !== undefined) return { executablePath: installed };
  throw new Error(
    `No browser for ${process.arch}: ${CHROMIUM} is for x64. Install Chromium and set BROWSER_PATH to it.`,
  );
}
