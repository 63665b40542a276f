/** The office program that the tests of exports open files with. */

import { existsSync } from 'node:fs';

export function libreOffice(): string {
  const program = process.env.LIBREOFFICE_PATH || '/usr/bin/soffice';
  if (!existsSync(program)) {
    throw new Error(
      `There is no ${program}: install LibreOffice (apt-get install libreoffice-calc) or set LIBREOFFICE_PATH to its program.`,
    );
  }
  return program;
}
