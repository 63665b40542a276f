/** Reads rule documents in a tenant: against its catalogue, and with the segments they refer to looked up. */

import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { TenantSettings } from '../access/tenant-settings.js';
import { Catalogue } from '../catalogue/catalogue.service.js';
import type { Checked } from '../rule-language/checked.js';
import type { Subject } from '../rule-language/field.js';
import { type Parsed, parseRule, segmentsIn } from '../rule-language/parse.js';
import type { Rule, SegmentReference } from '../rule-language/rule.js';
import type { Clock } from '../rule-language/time.js';
import type { Target } from '../rule-language/to-sql/compile.js';
import { withoutSending } from './foreign-documents.js';
import { RuleInvalidError } from './segments.errors.js';
import { SegmentsRepository } from './segments.repository.js';

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

@Injectable()
export class RuleReader {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly segments: SegmentsRepository,
    private readonly settings: TenantSettings,
  ) {}

  /**
   * @param manager of the transaction that the segments it refers to are looked up in, if there is one
   * @throws RuleInvalidError with every problem; UnknownSubjectError; WorkspaceNotFoundError where it names another
   */
  async read(tenant: string, subject: string, document: unknown, manager?: EntityManager): Promise<ReadRule> {
    this.catalogue.subject(subject);
    const sent = withoutSending(tenant, document);
    const { parsed, needs } = await this.parse(tenant, subject, sent, manager);
    if (!parsed.ok) throw new RuleInvalidError(parsed.problems);
    return { subject: this.catalogue.subject(subject), rule: parsed.rule, checked: parsed.checked, needs };
  }

  /** Each document's rule, or its problems; what they refer to is looked up at once. */
  async parseAll(
    tenant: string,
    documents: readonly RuleDocument[],
    manager?: EntityManager,
  ): Promise<readonly { parsed: Parsed; needs: readonly string[] }[]> {
    const referred = documents.map(({ rules }) => segmentsIn(rules).filter(isUuid));
    const ids = [...new Set(referred.flat())];
    const found = ids.length > 0 ? await this.segments.references(tenant, ids, manager) : [];
    const byId = new Map(found.map((segment) => [segment.id, segment]));
    const segment = (reference: SegmentReference) =>
      typeof reference === 'string' ? byId.get(reference.toLowerCase()) : undefined;
    return documents.map(({ subject, rules }, index) => ({
      parsed: parseRule(rules, { vocabulary: this.catalogue.vocabulary(), subject, segment }),
      needs: [...new Set(referred[index]?.flatMap((reference) => segment(reference)?.id ?? []))],
    }));
  }

  /** The rule, or its problems. */
  async parse(
    tenant: string,
    subject: string,
    document: unknown,
    manager?: EntityManager,
  ): Promise<{ parsed: Parsed; needs: readonly string[] }> {
    const [read] = await this.parseAll(tenant, [{ subject, rules: document }], manager);
    if (!read) throw new Error('One document is read as one.');
    return read;
  }

  /** @throws UnknownSubjectError */
  subject(name: string): Subject {
    return this.catalogue.subject(name);
  }

  /** Undefined for one that the catalogue no longer has. */
  knownSubject(name: string): Subject | undefined {
    return this.catalogue.vocabulary().subjects.get(name);
  }

  /** What the rule is compiled for. */
  async target(tenant: string, subject: Subject, asOf: Temporal.Instant): Promise<Target> {
    return {
      subject,
      vocabulary: this.catalogue.vocabulary(),
      tenant,
      clock: await this.clock(tenant, asOf),
    };
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
