/** The engine's commands over tenants' data. A host with a program of its own adds them to it. */

import { readFile } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { DataSource } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { Audience } from '../audience/audience.service.js';
import { Explain } from '../audience/explain.service.js';
import { Catalogue } from '../catalogue/catalogue.service.js';
import { Members } from '../members/members.service.js';
import { FullRefresh } from '../refresh/full-refresh.service.js';
import { parseJson } from '../rule-language/parse.js';
import { type LanguageCode, languageCodes } from '../rule-language/to-words.js';
import { asOf } from '../segments/as-of.js';
import { RuleInvalidError } from '../segments/segments.errors.js';
import { SegmentTemplates } from '../segments/templates/segment-templates.service.js';
import { FileUnreadableError } from './command-line.errors.js';
import { examine } from './doctor.js';
import { actorOf, type CommandLine, print, within } from './in-application.js';
import { registerKeys } from './key-commands.js';
import { HostTables } from './roles.js';

interface Options {
  readonly tenant?: string;
  readonly subject?: string;
  readonly asOf?: string;
  readonly language?: LanguageCode;
  readonly limit: number;
}

/** Adds doctor, templates, preview, calculate, members, explain and keys. */
export function registerCommands(program: Command, line: CommandLine): void {
  program
    .command('doctor')
    .description('look whether everything the engine relies on is there')
    .action(() => within(line, doctor, { asItIs: true }));
  registerTemplates(program, line);
  registerPreview(program, line);
  registerCalculate(program, line);
  registerMembers(program, line);
  registerExplain(program, line);
  registerKeys(program, line);
}

function registerPreview(program: Command, line: CommandLine): void {
  ofTenant(program, 'preview <file>', 'count and sample of the rule in a JSON file')
    .addOption(inLanguage())
    .option('--subject <name>', 'whom it is about, where not the catalogue’s first subject')
    .option('--limit <number>', 'how many to show, up to 100', numberFrom(0, 100), 10)
    .action((file: string, options: Options) =>
      within(line, async (app) => print(await preview(app, file, await actorOf(line, options), options))),
    );
}

function registerTemplates(program: Command, line: CommandLine): void {
  program
    .command('templates')
    .description('ready-made segments, and what has been made of them')
    .option('--tenant <id>', 'whose segments, where not the usual tenant’s')
    .addOption(inLanguage())
    .action((options: Pick<Options, 'tenant' | 'language'>) =>
      within(line, async (app) => {
        const templates = await app.get(SegmentTemplates).list(await actorOf(line, options), false);
        print(templates.map(({ id, name, words, segments }) => ({ id, name, words, segments })));
      }),
    );
}

function registerCalculate(program: Command, line: CommandLine): void {
  ofTenant(program, 'calculate <segment>', 'bring the members of a segment up to date').action(
    (segment: string, options: Options) =>
      within(line, async (app) => {
        const actor = await actorOf(line, options);
        const at = options.asOf === undefined ? undefined : asOf(options.asOf);
        const { done } = await app.get(FullRefresh).start(actor, segment, at);
        const run = await done;
        print(run);
        if (run.status !== 'succeeded') process.exitCode = 1;
      }),
  );
}

function registerMembers(program: Command, line: CommandLine): void {
  ofTenant(program, 'members <segment>', 'who is in, by id')
    .option('--limit <number>', 'how many to show, up to 500', numberFrom(1, 500), 50)
    .action((segment: string, options: Options) =>
      within(line, async (app) => {
        const page = { limit: options.limit, after: undefined };
        print(await app.get(Members).list(await actorOf(line, options), segment, asOf(options.asOf), page));
      }),
    );
}

function registerExplain(program: Command, line: CommandLine): void {
  ofTenant(program, 'explain <segment> <member>', 'why somebody is in or out')
    .addOption(inLanguage())
    .action((segment: string, member: string, options: Options) =>
      within(line, async (app) => {
        const actor = await actorOf(line, options);
        print(await app.get(Explain).explain(actor, segment, member, asOf(options.asOf)));
      }),
    );
}

const ofTenant = (program: Command, name: string, description: string): Command =>
  program
    .command(name)
    .description(description)
    .option('--tenant <id>', 'whose segments, where not the usual tenant’s')
    .option('--as-of <instant>', 'as it was or will be then, such as 2026-03-01T00:00:00Z');

const inLanguage = (): Option =>
  new Option('--language <code>', 'what rules are said in').choices(languageCodes).default('en');

async function doctor(app: INestApplicationContext): Promise<void> {
  const vocabulary = app.get(Catalogue).hostVocabulary();
  const findings = await examine(app.get(DataSource), vocabulary, app.get(HostTables));
  for (const { ok, what, advice } of findings)
    console.log(`${ok ? '✓' : '✗'} ${what}${advice && ` — ${advice}`}`);
  if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
}

async function preview(app: INestApplicationContext, file: string, actor: Actor, options: Options) {
  const parsed = parseJson(await textOf(file));
  if (!parsed.ok) throw new RuleInvalidError(parsed.problems);
  const [first = ''] = app.get(Catalogue).hostVocabulary().subjects.keys();
  const { subject = first, limit } = options;
  const request = { subject, rules: parsed.value, asOf: asOf(options.asOf), limit };
  return app.get(Audience).preview(actor, request);
}

const textOf = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((cause: unknown) => {
    throw new FileUnreadableError(file, cause);
  });

const numberFrom = (least: number, most: number) => (text: string) => {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`);
};
