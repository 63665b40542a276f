/** The files the browser loads: our screens and AdminJS's bundles, compressed once and kept for ever by browsers. */

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { RequestHandler } from 'express';
import { ScreensMissingError } from './back-office.errors.js';

const require = createRequire(import.meta.url);
/** Always the small ones: those for development are 26 MB, and only AdminJS's own developers need them. */
const adminBundles: Readonly<Record<string, string>> = {
  'global.js': join(
    dirname(require.resolve('adminjs')),
    'lib/frontend/assets/scripts/global-bundle.production.js',
  ),
  'app.js': join(dirname(require.resolve('adminjs')), 'lib/frontend/assets/scripts/app-bundle.production.js'),
  'design-system.js': join(dirname(require.resolve('@adminjs/design-system')), '../bundle.production.js'),
};

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

type Encoding = 'br' | 'gzip' | 'identity';

export class Assets {
  private readonly files: ReadonlyMap<string, Buffer>;
  private readonly compressed = new Map<string, Promise<Buffer>>();
  /** Part of every address, so that a new version is never mixed with one that a browser kept. */
  readonly version: string;

  constructor(folder = screensFolder()) {
    const ours = readdirSync(folder).filter((name) => extname(name) in types);
    const paths = { ...adminBundles, ...Object.fromEntries(ours.map((name) => [name, join(folder, name)])) };
    this.files = new Map(Object.entries(paths).map(([name, path]) => [name, readFileSync(path)]));
    const hash = createHash('sha256');
    for (const [name, content] of this.files) hash.update(name).update(content);
    this.version = hash.digest('base64url').slice(0, 12);
  }

  readonly serve: RequestHandler = async (request, response, next) => {
    const name = String(request.params.name);
    const content = this.files.get(name);
    if (!content || request.params.version !== this.version) return next();
    const encoding = encodingOf(name, request.acceptsEncodings());
    response.setHeader('Content-Type', types[extname(name)] ?? 'application/octet-stream');
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    response.setHeader('Vary', 'Accept-Encoding');
    if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
    response.end(await this.encoded(name, content, encoding));
  };

  private encoded(name: string, content: Buffer, encoding: Encoding): Promise<Buffer> {
    const key = `${encoding} ${name}`;
    const known = this.compressed.get(key) ?? compress(content, encoding);
    this.compressed.set(key, known);
    return known;
  }
}

/** Beside this file's folder in the package, under `dist` when this runs from `src`. */
function screensFolder(): string {
  const places = ['../admin-components/', '../../dist/admin-components/'];
  const folders = places.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  const folder = folders.find((path) => existsSync(join(path, 'screens.js')));
  if (!folder) throw new ScreensMissingError();
  return folder;
}

function encodingOf(name: string, accepted: readonly string[]): Encoding {
  if (extname(name) === '.woff2') return 'identity';
  return (['br', 'gzip'] as const).find((encoding) => accepted.includes(encoding)) ?? 'identity';
}

async function compress(content: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return content;
  if (encoding === 'gzip') return promisify(gzip)(content);
  return promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
}
