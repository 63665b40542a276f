/** The rules within declarations: filters, times and measures of the host, for whoever compiles or checks them. */

import { describe, expect, it } from '@jest/globals';
import type { RecordType } from '../../../src/rule-language/field.js';
import { DeclarationError, parseFilter, parseMeasure, parseTime } from '../../../src/rule-language/parse.js';
import type { Group, Measure } from '../../../src/rule-language/rule.js';
import { records, vocabulary } from '../vocabulary.js';
import { all, count, on } from './documents.js';
import { operand, outline } from './outline.js';

const filter = (document: unknown, record: RecordType = records.order): string =>
  outline(parseFilter(document as Group, record, vocabulary));
const measure = (document: object, record: RecordType): string =>
  operand(parseMeasure(document as Measure, record, vocabulary));

/** What a wrong declaration is told. */
function refusal(declare: () => unknown): string {
  try {
    declare();
  } catch (error) {
    if (error instanceof DeclarationError) return error.message;
    throw error;
  }
  return '';
}

describe("a step's filter", () => {
  it('is a group over its records', () => {
    expect(filter(all(on('status', 'not_equals', 'cancelled'), on('contact.company.name', 'is_empty')))).toBe(
      "all(not this.status:select equals 'cancelled'; this>contact>company.name:text is_empty)",
    );
  });

  it('may speak of the records below its own, and they of it', () => {
    expect(
      filter(
        all(count('lines', 'equals', 0, all(on('price', 'equals', { field: 'total_base', from: 'parent' })))),
      ),
    ).toBe(
      'all(count:number[this.lines where all(this.price:number equals {parent.total_base:number})] equals 0)',
    );
  });

  it.each<[string, unknown, string]>([
    [
      'an unknown field',
      all(on('statu', 'is_empty')),
      'rules[0].field: There is no field “statu” on “order”. Did you mean “status”?',
    ],
    ['a condition', on('status', 'is_empty'), 'This is a group'],
    [
      'a parent',
      all(on('total_base', 'equals', { field: 'points', from: 'parent' })),
      'There is no parent record here',
    ],
    [
      'a subject',
      all(on('total_base', 'equals', { field: 'points', from: 'subject' })),
      'There is no subject',
    ],
    ["the subject's records", all(count('subject.orders', 'equals', 0)), 'There is no subject'],
    ['a rank', all(on('total_base', 'in_top', 1)), 'ranks all subjects'],
    ['a segment', all({ segment: 's1', operator: 'is_member' }), 'Membership is the subject’s'],
    ['a text that is too long', all(on('note', 'equals', 'x'.repeat(1_001))), 'more than 1,000 characters'],
    ['no JSON', all(on('note', 'equals', new Date(0))), 'A rule is made of JSON values only'],
    ['nothing', undefined, 'A rule is made of JSON values only'],
  ])('refuses %s, which is the fault of the host', (_, document, message) => {
    const refused = refusal(() => filter(document));
    expect(refused).toContain('A filter over “order” is declared wrongly.');
    expect(refused).toContain(message);
  });
});

describe("a step's time", () => {
  const step = { target: 'line', on: [] };

  it('is a field of its records, or a path to one', () => {
    const time = parseTime({ ...step, time: 'order.placed_at' }, vocabulary);
    expect(time && operand(time)).toBe('this>order.placed_at:datetime');
    const day = parseTime({ target: 'order', on: [], time: 'ship_on' }, vocabulary);
    expect(day && operand(day)).toBe('this.ship_on:date');
  });

  it('may be absent', () => {
    expect(parseTime(step, vocabulary)).toBeUndefined();
  });

  it.each([
    ['order.placed', 'There is no field “placed” on “order”.'],
    ['category', 'A date or datetime is needed here, and this is a text.'],
    ['order', '“order” leads to a record'],
    ['', '“field” is the name of a field'],
  ])('refuses “%s”', (time, message) => {
    expect(refusal(() => parseTime({ ...step, time }, vocabulary))).toContain(message);
  });
});

describe("a metric's measure", () => {
  it('is seen from the record it is declared on', () => {
    expect(measure({ related: 'lines', measure: 'sum', of: 'price' }, records.order)).toBe(
      'sum:number[this.lines of this.price:number]',
    );
  });

  it("may speak of the subject if it is the subject's", () => {
    const declared = {
      related: 'activities',
      measure: 'count',
      where: all(count('subject.orders', 'equals', 0)),
    };
    expect(measure(declared, records.contact)).toBe(
      'count:number[this.activities where all(count:number[subject.orders] equals 0)]',
    );
    const related = { related: 'lines', measure: 'count', where: all(count('subject.orders', 'equals', 0)) };
    expect(refusal(() => measure(related, records.order))).toContain('There is no subject');
  });

  it('may not be declared by means of itself', () => {
    const circular = { related: 'orders', measure: 'sum', of: 'contact.circular' };
    expect(refusal(() => measure(circular, records.contact))).toContain('declared by means of itself');
  });

  it('holds no rank and is wrong as a whole with any fault', () => {
    const where = all(on('totl', 'is_empty'), on('total_base', 'in_top', 1));
    expect(refusal(() => measure({ related: 'orders', measure: 'count', where }, records.contact))).toMatch(
      /^A measure of “contact” is declared wrongly\. where\.rules\[0\]\.field: .* where\.rules\[1\]\.operator: /,
    );
  });
});
