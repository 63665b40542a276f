/** A workbook around a sheet that is still being written, and a second sheet that says what the first one holds. */

import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { sheetOf } from './formats.js';

export interface About {
  readonly segment: string;
  readonly at: string;
  readonly by: string;
  readonly rows: number;
  readonly total: number;
}

/** Whoever stops reading the workbook stops the sheet. */
export function workbook(sheet: AsyncIterable<Buffer | string>, about: About): AsyncIterable<Buffer> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const members = Readable.from(sheet, { objectMode: false });
  members.on('error', (error) => output.destroy(error));
  // Whoever reads it hears of a failure by reading; whoever has stopped need not.
  output.on('error', () => undefined).once('close', () => members.destroy());
  for (const [name, part] of Object.entries(parts)) zip.addBuffer(Buffer.from(part), name);
  zip.addBuffer(Buffer.from(sheetOf(told(about))), 'xl/worksheets/sheet2.xml');
  zip.addReadStream(members, 'xl/worksheets/sheet1.xml');
  zip.end();
  return output;
}

const told = ({ segment, at, by, rows, total }: About): string[][] => [
  ['Segment', segment],
  ['Exported at', at],
  ['Exported by', by],
  ['Members in this file', String(rows)],
  ['Members to export', String(total)],
  ...(rows < total ? [['Notice', `This file holds the first ${rows} of ${total} members.`]] : []),
];

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const documents = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheets = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** As ECMA-376 asks of the smallest workbook. */
const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${type}.worksheet+xml"/></Types>`,
  '_rels/.rels': `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${documents}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${declaration}<workbook xmlns="${sheets}" xmlns:r="${documents}"><sheets><sheet name="Members" sheetId="1" r:id="rId1"/><sheet name="About" sheetId="2" r:id="rId2"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${documents}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${documents}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
};
