/** An empty Nest 12 application in a folder of its own, as a host has one before it follows the guide. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from '../support/segments.js';

export interface Ended {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
}

const project = fileURLToPath(new URL('../..', import.meta.url));

/** What `nest new` begins with. */
const manifest = {
  name: 'host',
  private: true,
  type: 'module',
  scripts: { build: 'tsc' },
  dependencies: {
    '@nestjs/common': '^12.0.0',
    '@nestjs/core': '^12.0.0',
    '@nestjs/platform-express': '^12.0.0',
    'reflect-metadata': '^0.2.2',
    rxjs: '^7.8.1',
  },
  devDependencies: { '@types/express': '^5.0.0', '@types/node': '^20.0.0', typescript: '^6.0.0' },
};

/** Strict, and looking into the declarations of what is installed as well. */
const compilerOptions = {
  target: 'ES2023',
  module: 'nodenext',
  rootDir: 'src',
  outDir: 'dist',
  strict: true,
  skipLibCheck: false,
  experimentalDecorators: true,
  emitDecoratorMetadata: true,
  types: ['node'],
};

/** What is installed is new enough while the registry's answers are kept; only what was never asked for is fetched. */
const npmSettings = { npm_config_prefer_offline: 'true', npm_config_ignore_scripts: 'true' };

export class EmptyApp {
  private readonly running: ChildProcess[] = [];

  private constructor(readonly folder: string) {}

  /**
   * @param additions what the host adds to its `package.json`
   * @param installed an application to share the installed packages of
   */
  static async create(additions: object = {}, installed?: EmptyApp): Promise<EmptyApp> {
    const app = new EmptyApp(await mkdtemp(join(tmpdir(), 'host-')));
    await app.write('package.json', JSON.stringify({ ...manifest, ...additions }));
    await app.write('package-lock.json', JSON.stringify(await versionsKnownToWork()));
    await app.write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['src'] }));
    if (installed) await symlink(join(installed.folder, 'node_modules'), join(app.folder, 'node_modules'));
    return app;
  }

  async write(name: string, text: string): Promise<void> {
    await mkdir(dirname(join(this.folder, name)), { recursive: true });
    await writeFile(join(this.folder, name), text);
  }

  /** A package as this project has it. */
  async link(name: string): Promise<void> {
    const place = join(this.folder, 'node_modules', name);
    await mkdir(dirname(place), { recursive: true });
    await symlink(join(project, 'node_modules', name), place);
  }

  /** What is typed into a shell, to its end. */
  async run(line: string, variables: Record<string, string> = {}): Promise<Ended> {
    const child = this.spawn(line, variables);
    const texts = { out: '', err: '' };
    child.stdout?.on('data', (chunk: Buffer) => {
      texts.out += chunk;
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      texts.err += chunk;
    });
    const [exitCode] = await once(child, 'close');
    return { exitCode, ...texts };
  }

  /** The same for a server, until it answers at `PORT`. */
  async start(line: string, variables: Record<string, string>): Promise<void> {
    const child = this.spawn(`exec ${line}`, variables);
    this.running.push(child);
    await new Promise<void>((resolve, reject) => {
      let text = '';
      const note = (chunk: Buffer): void => {
        text += chunk;
        if (text.includes('successfully started')) resolve();
      };
      child.stdout?.on('data', note);
      child.stderr?.on('data', note);
      child.once('close', () => reject(new Error(text)));
    });
    const answers = () => fetch(`http://127.0.0.1:${variables.PORT}/`).catch(() => undefined);
    await until(answers, (answer) => answer !== undefined);
  }

  async stop(): Promise<void> {
    for (const child of this.running.splice(0)) {
      child.kill();
      await once(child, 'exit');
    }
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true });
  }

  private spawn(line: string, variables: Record<string, string>): ChildProcess {
    const env = { ...process.env, ...npmSettings, NODE_OPTIONS: '', NODE_ENV: '', ...variables };
    return spawn('bash', ['-e', '-c', line], { cwd: this.folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  }
}

/** Those that this project is tested with: without them, whatever was published last night would be tested too. */
async function versionsKnownToWork(): Promise<object> {
  const { lockfileVersion, packages } = JSON.parse(
    await readFile(join(project, 'package-lock.json'), 'utf8'),
  );
  // Only the tests of this project have it, against what it says of TypeORM.
  delete packages['node_modules/@adminjs/typeorm'];
  return { lockfileVersion, packages: { ...packages, '': manifest } };
}
