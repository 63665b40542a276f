/** Reads rule documents in a tenant: against its catalogue, and with the segments they refer to looked up. */

import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { TenantSettings } from '../access/tenant-settings.js';
import { Catalogue } from '../catalogue/catalogue.service.js';
import type { Checked } from '../rule-language/checked.js';
import type { Subject, Vocabulary } from '../rule-language/field.js';
import { type Parsed, parseRule, type Referred, segmentsIn } from '../rule-language/parse.js';
import type { Rule, SegmentReference } from '../rule-language/rule.js';
import type { Clock } from '../rule-language/time.js';
import type { Target } from '../rule-language/to-sql/compile.js';
import { withoutSending } from './foreign-documents.js';
import { RuleInvalidError } from './segments.errors.js';
import { type SegmentEntryRow, SegmentsRepository } from './segments.repository.js';
import { TemplatesRepository } from './templates/templates.repository.js';
import { Templates } from './templates/templates.service.js';

/** A rule that is understood in full. */
export interface ReadRule {
  readonly subject: Subject;
  readonly rule: Rule;
  readonly checked: Checked;
  /** Ids of the segments it reads. */
  readonly needs: readonly string[];
}

/** A rule document, still to be read, and whom it is about. */
export interface RuleDocument {
  readonly subject: string;
  readonly rules: unknown;
}

/** What came of a document. */
export interface ParsedDocument {
  readonly parsed: Parsed;
  /** Ids of the segments it reads. */
  readonly needs: readonly string[];
  /** Whom it is about, with the tenant's own fields; undefined for a subject that is not known. */
  readonly subject: Subject | undefined;
}

@Injectable()
export class RuleReader {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly segments: SegmentsRepository,
    private readonly templates: TemplatesRepository,
    private readonly offered: Templates,
    private readonly settings: TenantSettings,
  ) {}

  /**
   * @param manager of the transaction that the rule is stored in, if it is: what it refers to stays until that ends
   * @throws RuleInvalidError with every problem; UnknownSubjectError; WorkspaceNotFoundError where it names another
   */
  async read(tenant: string, subject: string, document: unknown, manager?: EntityManager): Promise<ReadRule> {
    this.catalogue.subject(subject);
    const sent = withoutSending(tenant, document);
    const [read] = await this.parseAll(tenant, [{ subject, rules: sent }], manager);
    if (!read) throw new Error('One document is read as one.');
    const { parsed, needs } = read;
    if (!parsed.ok) throw new RuleInvalidError(parsed.problems);
    const about = read.subject ?? this.catalogue.subject(subject);
    return { subject: about, rule: parsed.rule, checked: parsed.checked, needs };
  }

  /** Each document's rule, or its problems; what they refer to is looked up at once. */
  async parseAll(
    tenant: string,
    documents: readonly RuleDocument[],
    manager?: EntityManager,
  ): Promise<readonly ParsedDocument[]> {
    const vocabulary = await this.catalogue.vocabulary(tenant, manager);
    const referred = documents.map(({ rules }) => segmentsIn(rules));
    const segment = await this.segmentsFor(tenant, referred.flat(), manager);
    const leadsTo = (reference: SegmentReference) => segment(reference) ?? this.unmade(reference, vocabulary);
    return documents.map(({ subject, rules }, index) => ({
      parsed: parseRule(rules, { vocabulary, subject, segment: leadsTo }),
      subject: vocabulary.subjects.get(subject),
      needs: [...new Set(referred[index]?.flatMap((reference) => segment(reference)?.id ?? []))],
    }));
  }

  /** The segments that a rule reads and whose own rules were never calculated, by their ids. */
  async neverCalculated(tenant: string, { needs }: Pick<ReadRule, 'needs'>): Promise<ReadonlySet<string>> {
    return new Set(needs.length > 0 ? await this.segments.neverCalculated(tenant, needs) : []);
  }

  /** A rule that is saved brings it along; until then it has no members that a preview could read. */
  private unmade(reference: SegmentReference, vocabulary: Vocabulary): Referred {
    const template = typeof reference === 'string' ? undefined : this.offered.known(reference.template);
    return template && this.offered.read(template, vocabulary).ok ? 'not made' : undefined;
  }

  /** By id; by template, where one has been made of it as it is by default. */
  private async segmentsFor(
    tenant: string,
    references: readonly SegmentReference[],
    manager: EntityManager | undefined,
  ): Promise<(reference: SegmentReference) => SegmentEntryRow | undefined> {
    const ids = [...new Set(references.filter(isUuid))];
    const templates = [
      ...new Set(references.flatMap((one) => (typeof one === 'string' ? [] : [one.template]))),
    ].flatMap((name) => this.offered.byDefault(name) ?? []);
    const found = ids.length > 0 ? await this.segments.references(tenant, ids, manager) : [];
    const made = templates.length > 0 ? await this.templates.references(tenant, templates, manager) : [];
    const byId = new Map(found.map((segment) => [segment.id, segment]));
    const byTemplate = new Map(made.map((segment) => [segment.template, segment]));
    return (reference) =>
      typeof reference === 'string' ? byId.get(reference.toLowerCase()) : byTemplate.get(reference.template);
  }

  /** As the host declares it: its key, its ledger, what it is called. @throws UnknownSubjectError */
  subject(name: string): Subject {
    return this.catalogue.subject(name);
  }

  /** Undefined for one that the catalogue no longer has. */
  knownSubject(name: string): Subject | undefined {
    return this.catalogue.hostVocabulary().subjects.get(name);
  }

  /** What the rule is compiled for. */
  async target(tenant: string, subject: Subject, asOf: Temporal.Instant): Promise<Target> {
    const vocabulary = await this.catalogue.vocabulary(tenant);
    const own = vocabulary.subjects.get(subject.name) ?? subject;
    return { subject: own, vocabulary, tenant, clock: await this.clock(tenant, asOf) };
  }

  /** What the tenant can ask; until the transaction ends, it stays so. */
  vocabulary(tenant: string, manager: EntityManager): Promise<Vocabulary> {
    return this.catalogue.vocabulary(tenant, manager);
  }

  async zone(tenant: string): Promise<string> {
    return (await this.settings.of(tenant)).zone;
  }

  private async clock(tenant: string, asOf: Temporal.Instant): Promise<Clock> {
    const { zone, weekStart, leapDay } = await this.settings.of(tenant);
    return { asOf, zone, weekStart, leapDay };
  }
}

export const isUuid = (reference: SegmentReference): reference is string =>
  typeof reference === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(reference);
