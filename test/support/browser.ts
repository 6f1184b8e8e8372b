import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished, type TestContext } from 'vitest';
import { skipWhere } from './skip-where.js';

const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Starts a browser for the tests of a file, and ends it with them. */
export function browserForTests(): (
  skip: TestContext['skip'],
  options?: BrowserContextOptions,
) => Promise<BrowserContext> {
  const executablePath = places.find((place) => place !== undefined && existsSync(place));
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (executablePath === undefined) return;
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync', ...silent],
    });
  });
  afterAll(() => browser?.close());
  return async (skip, options = {}) => {
    skipWhere(skip, browser === undefined, 'there is no Chromium here: name one in the variable CHROMIUM');
    if (browser === undefined) throw new Error('unreachable: the test was skipped');
    const context = await browser.newContext(options);
    onTestFinished(() => context.close());
    return context;
  };
}

/** A browser that asks nobody for anything by itself. */
const silent = ['--disable-background-networking', '--disable-component-update'];
