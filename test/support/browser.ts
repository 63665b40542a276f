/** The browser that the browser tests drive. */

import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Nothing here phones home or waits for a network that is not there. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH || '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    throw new Error(
      `There is no ${executablePath}: install Chromium (apt-get install chromium) or set CHROMIUM_PATH to its program.`,
    );
  }
  return chromium.launch({ executablePath, args });
}
