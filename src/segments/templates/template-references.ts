/** What the offered templates refer to: each of it is offered as well, and none leads back to itself. */

import { segmentsIn } from '../../rule-language/parse.js';
import { defaultsOf, ruleOf, type SegmentTemplate } from './template.js';
import { TemplatesInvalidError } from './templates.errors.js';

/** The templates that a rule document refers to. */
export const templatesIn = (document: unknown): string[] =>
  segmentsIn(document).flatMap((reference) => (typeof reference === 'string' ? [] : [reference.template]));

/** @throws TemplatesInvalidError for the first that could never be made */
export function checkReferences(templates: readonly SegmentTemplate[]): void {
  const needs = new Map(
    templates.map((template) => [template.id, templatesIn(ruleOf(template, defaultsOf(template)))]),
  );
  const ends = new Set<string>();
  for (const { id } of templates) follow(id, [], needs, ends);
}

/** @param ends those that are known to come to an end */
function follow(
  id: string,
  way: readonly string[],
  needs: ReadonlyMap<string, readonly string[]>,
  ends: Set<string>,
): void {
  if (ends.has(id)) return;
  const since = way.indexOf(id);
  if (since >= 0) throw circle([...way.slice(since), id]);
  const needed = needs.get(id);
  if (!needed) throw unknown(way.at(-1) ?? '', id);
  for (const next of needed) follow(next, [...way, id], needs, ends);
  ends.add(id);
}

const quoted = (id: string): string => `“${id}”`;

const circle = (ids: readonly string[]): TemplatesInvalidError =>
  new TemplatesInvalidError(
    `Templates name each other in a circle, ${ids.map(quoted).join(' → ')}: let one of them name no template.`,
  );

const unknown = (template: string, needed: string): TemplatesInvalidError =>
  new TemplatesInvalidError(
    `The template ${quoted(template)} names the template ${quoted(needed)}, which is not offered: offer that as well, or leave both out.`,
  );
