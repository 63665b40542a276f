/** The accounts and keys that the options name: enough for one administrator and a few programs. */

import { Inject, Injectable, Logger } from '@nestjs/common';
import { type Actor, permissions } from '../access/actor.js';
import { type Account, Accounts } from './account.js';
import { EmptyCredentialError } from './accounts.errors.js';
import {
  type AccountsOptions,
  accountsOptions,
  type KeyOptions,
  type PersonOptions,
} from './accounts.options.js';
import { digest, hashPassword, isWeak, matchesPassword, type PasswordHash, sameDigest } from './password.js';

interface Person {
  readonly account: Account;
  readonly password: Promise<PasswordHash>;
}

@Injectable()
export class ConfiguredAccounts extends Accounts {
  private readonly people: readonly Person[];
  private readonly keys: readonly { readonly digest: Buffer; readonly actor: Actor }[];
  /** For unknown names the same work is done, so that the time taken does not tell who exists. */
  private readonly nobody = hashPassword('nobody');

  /** @throws EmptyCredentialError */
  constructor(@Inject(accountsOptions) { people = [], keys = [], production }: AccountsOptions) {
    super();
    for (const { name, password } of people) if (!password) throw new EmptyCredentialError(name);
    for (const { name, key } of keys) if (!key) throw new EmptyCredentialError(name);
    // Refusing it would lock out the programs that call with it.
    const weak = production ? keys.filter(({ key }) => isWeak(key)) : [];
    for (const { name } of weak) new Logger('nest-segments').warn(weakKey(name));
    this.people = people.map(personOf);
    this.keys = keys.map((key) => ({ digest: digest(key.key), actor: actorOfKey(key) }));
  }

  override async byPassword(email: string, password: string): Promise<Account | undefined> {
    const person = this.people.find(({ account }) => account.email === normal(email));
    const matches = await matchesPassword(password, await (person?.password ?? this.nobody));
    return matches ? person?.account : undefined;
  }

  override async byKey(key: string): Promise<Actor | undefined> {
    const given = digest(key);
    return this.keys.find((known) => sameDigest(known.digest, given))?.actor;
  }

  override async byId(id: string): Promise<Account | undefined> {
    return this.people.find(({ account }) => account.actor.id === id)?.account;
  }
}

const weakKey = (name: string): string =>
  `The API key “${name}” is too weak for production: give it at least 32 random bytes (\`openssl rand -base64 32\`).`;

const normal = (email: string): string => email.trim().toLowerCase();

function personOf({ email, password, ...granted }: PersonOptions): Person {
  const address = normal(email);
  return {
    account: {
      email: address,
      // Sessions that were opened with another password end.
      seal: digest(`${address}\n${password}`).toString('base64url'),
      actor: actor(`user:${address}`, granted),
    },
    password: hashPassword(password),
  };
}

/** Named by the key's digest: stable, and no part of the key itself. */
const actorOfKey = ({ key, ...granted }: KeyOptions): Actor =>
  actor(`key:${digest(key).toString('hex').slice(0, 12)}`, granted);

const actor = (id: string, { name, tenant, permissions: granted }: Omit<KeyOptions, 'key'>): Actor => ({
  id,
  name,
  tenant,
  permissions: new Set(granted ?? permissions),
});
