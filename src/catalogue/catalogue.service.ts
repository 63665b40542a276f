/**
 * What can be asked, for a tenant: the host's declaration, read once and checked when the application starts, and the
 * tenant's custom fields as they are now.
 */

import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CustomFieldsRepository } from '../custom-fields/custom-fields.repository.js';
import type { Subject, Vocabulary } from '../rule-language/field.js';
import { buildVocabulary } from './build.js';
import { checkDeclaredRules } from './checks.js';
import type { CatalogueDeclaration } from './declaration.js';
import { UnknownSubjectError } from './errors.js';
import { tenantVocabulary } from './tenant-vocabulary.js';

/** The port through which the root module hands in what the host declares. */
export abstract class HostCatalogue {
  abstract readonly declaration: CatalogueDeclaration;
}

/** A vocabulary, and the revision of the tenant's fields that it was made of. */
interface Made {
  readonly revision: string;
  readonly vocabulary: Vocabulary;
}

/** How many tenants' vocabularies are kept at a time. */
const mostKept = 500;

@Injectable()
export class Catalogue implements OnModuleInit {
  private built: Vocabulary | undefined;
  private readonly made = new Map<string, Made>();

  constructor(
    @Inject(HostCatalogue) private readonly host: HostCatalogue,
    private readonly dataSource: DataSource,
    private readonly customFields: CustomFieldsRepository,
  ) {}

  /** @throws CatalogueError, and the application does not start on a catalogue that cannot be meant */
  onModuleInit(): void {
    this.hostVocabulary();
  }

  /** What every tenant can ask. */
  hostVocabulary(): Vocabulary {
    if (!this.built) {
      const vocabulary = buildVocabulary(this.host.declaration, this.dataSource);
      checkDeclaredRules(vocabulary);
      this.built = vocabulary;
    }
    return this.built;
  }

  /**
   * As it is now, whichever process has changed it. The same object until custom fields change.
   * @param running the transaction in which a rule is about to be stored: the fields stay as they are until it ends
   */
  async vocabulary(tenant: string, running?: EntityManager): Promise<Vocabulary> {
    if (running) await this.customFields.lockToUse(running, tenant);
    const revision = await this.customFields.revision(tenant, running);
    if (revision === undefined) return this.hostVocabulary();
    const known = this.made.get(tenant);
    if (known?.revision === revision) return known.vocabulary;
    // Read after the revision: fields that are newer than it are read again with the next.
    const definitions = await this.customFields.all(tenant, running);
    const vocabulary = tenantVocabulary(this.hostVocabulary(), definitions);
    this.keep(tenant, { revision, vocabulary });
    return vocabulary;
  }

  /** Of the host's: what it is called and where it is kept. @throws UnknownSubjectError */
  subject(name: string): Subject {
    const { subjects } = this.hostVocabulary();
    const subject = subjects.get(name);
    if (!subject) throw new UnknownSubjectError(name, [...subjects.keys()]);
    return subject;
  }

  private keep(tenant: string, made: Made): void {
    this.made.delete(tenant);
    this.made.set(tenant, made);
    const [oldest] = this.made.keys();
    if (this.made.size > mostKept && oldest !== undefined) this.made.delete(oldest);
  }
}
