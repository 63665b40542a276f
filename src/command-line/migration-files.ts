/** Reads a folder of numbered SQL files: what each migration does and how it is undone. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MigrationFileError } from '../errors.js';

export interface MigrationFile {
  readonly number: number;
  readonly name: string;
  readonly up: string;
  readonly down: string;
}

const fileName = /^(?<number>\d{4})_(?<name>[a-z0-9_]+)\.(?<direction>up|down)\.sql$/;

/** The schema as the migrations leave it, kept beside them for reading. */
export const dumpFileName = 'schema.sql';

/** In order of their numbers, each used once; an empty folder is a history that has not begun. */
export async function readMigrationFiles(folder: string): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql') && name !== dumpFileName);
  const ups = names.filter((name) => directionOf(folder, name) === 'up').sort();
  const unpaired = names.find((name) => directionOf(folder, name) === 'down' && !ups.includes(twinOf(name)));
  if (unpaired) throw new MigrationFileError(`${join(folder, unpaired)} undoes nothing: add its .up.sql.`);
  const twice = ups.find((name, index) => numberOf(name) === numberOf(ups[index - 1] ?? ''));
  if (twice) {
    throw new MigrationFileError(
      `${join(folder, twice)} has a number that another has too: give it the next one.`,
    );
  }
  return Promise.all(ups.map((name) => readMigration(folder, name)));
}

function directionOf(folder: string, name: string): string | undefined {
  const direction = fileName.exec(name)?.groups?.direction;
  if (direction) return direction;
  throw new MigrationFileError(
    `${join(folder, name)} is not named like a migration: call it 0001_<name>.up.sql or 0001_<name>.down.sql.`,
  );
}

const numberOf = (name: string): number => Number(fileName.exec(name)?.groups?.number);

const twinOf = (name: string): string => name.replace(/\.down\.sql$/, '.up.sql');

async function readMigration(folder: string, upName: string): Promise<MigrationFile> {
  const [up, down] = await Promise.all([
    readFile(join(folder, upName), 'utf8'),
    readDown(folder, upName.replace(/\.up\.sql$/, '.down.sql')),
  ]);
  return { number: numberOf(upName), name: fileName.exec(upName)?.groups?.name ?? '', up, down };
}

async function readDown(folder: string, name: string): Promise<string> {
  try {
    return await readFile(join(folder, name), 'utf8');
  } catch (cause) {
    throw new MigrationFileError(`${join(folder, name)} is missing: say how the migration is undone.`, {
      cause,
    });
  }
}
