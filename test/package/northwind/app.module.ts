/** A host over somebody else's tables: no entities, a single tenant, and options that come from what Nest makes. */

import { Injectable, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Request } from 'express';
import { Authenticator, type Credential, permissions, SegmentationModule } from '../../../src/index.js';
import { northwindCatalogue } from '../../features/northwind/catalogue.js';

@Injectable()
export class Tokens {
  readonly good = process.env.TOKEN;
}

@Module({ providers: [Tokens], exports: [Tokens] })
export class TokensModule {}

/** Everybody with the token, in the one tenant there is. */
class NorthwindCallers extends Authenticator {
  constructor(private readonly tokens: Tokens) {
    super();
  }

  override async authenticate({ headers }: Request): Promise<Credential | undefined> {
    if (!this.tokens.good || headers.authorization !== `Bearer ${this.tokens.good}`) return undefined;
    const actor = {
      id: 'clerk',
      name: 'Clerk',
      tenant: 'northwind',
      permissions: new Set(permissions),
    };
    return { actor, ambient: false };
  }
}

@Module({
  imports: [
    TypeOrmModule.forRoot({ type: 'postgres', url: process.env.DATABASE_URL ?? '', retryAttempts: 0 }),
    SegmentationModule.forRootAsync({
      prefix: 'api',
      imports: [TokensModule],
      inject: [Tokens],
      useFactory: (tokens: Tokens) => ({
        catalogue: northwindCatalogue,
        tenants: { of: async () => ({ zone: 'UTC', weekStart: 'monday', leapDay: 'february_28' }) },
        authenticator: new NorthwindCallers(tokens),
      }),
    }),
  ],
})
export class AppModule {}
