/** What can be asked, for a tenant: the host's declaration, read once and checked when the application starts. */

import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Subject, Vocabulary } from '../rule-language/field.js';
import { buildVocabulary } from './build.js';
import { checkDeclaredRules } from './checks.js';
import type { CatalogueDeclaration } from './declaration.js';
import { UnknownSubjectError } from './errors.js';

/** The port through which the root module hands in what the host declares. */
export abstract class HostCatalogue {
  abstract readonly declaration: CatalogueDeclaration;
}

@Injectable()
export class Catalogue implements OnModuleInit {
  private built: Vocabulary | undefined;

  constructor(
    @Inject(HostCatalogue) private readonly host: HostCatalogue,
    private readonly dataSource: DataSource,
  ) {}

  /** @throws CatalogueError, and the application does not start on a catalogue that cannot be meant */
  onModuleInit(): void {
    this.vocabulary();
  }

  vocabulary(): Vocabulary {
    if (!this.built) {
      const vocabulary = buildVocabulary(this.host.declaration, this.dataSource);
      checkDeclaredRules(vocabulary);
      this.built = vocabulary;
    }
    return this.built;
  }

  /** @throws UnknownSubjectError */
  subject(name: string): Subject {
    const subject = this.vocabulary().subjects.get(name);
    if (!subject) throw new UnknownSubjectError(name, [...this.vocabulary().subjects.keys()]);
    return subject;
  }
}
