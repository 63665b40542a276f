/** Reads bytes as text, piece by piece: unpacks gzipped files, decodes, and keeps nothing but the piece at hand. */

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CsvError } from './csv.errors.js';

/** Bytes that are no valid text come out as U+FFFD; a byte order mark is left out. */
export async function* decoded(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = decoderOf(encoding);
  for await (const piece of bytes) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch (cause) {
    throw new CsvError(
      'import.encoding-unknown',
      `The encoding "${encoding}" is not known: use a name such as utf-8, latin1, windows-1252 or utf-16le.`,
      { cause },
    );
  }
}

/** Of a file on the disk, unpacked. */
export async function* openBytes(path: string): AsyncGenerator<Uint8Array> {
  const packed = await isGzip(path);
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  // An error of the file reaches whoever reads what is unpacked.
  yield* packed ? pipeline(file, createGunzip({ chunkSize: 256 * 1024 }), () => undefined) : file;
}

/** By its first bytes, whatever it is called. */
async function isGzip(path: string): Promise<boolean> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
      return bytesRead === 2 && buffer.readUInt16BE() === 0x1f8b;
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw new CsvError('import.file-unreadable', `${path} cannot be read: ${reasonOf(cause)}.`, { cause });
  }
}

export function reasonOf(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EACCES':
      return 'this user may not read it';
    case 'EISDIR':
      return 'it is a folder';
    case 'Z_BUF_ERROR':
      return 'the compressed file ends too early';
    case 'Z_DATA_ERROR':
      return 'the compressed file is damaged';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
