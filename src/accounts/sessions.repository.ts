/** The back office's sessions in PostgreSQL: every replica knows them, and a restart forgets none. */

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface StoredSession {
  readonly account_id: string;
  readonly seal: Buffer;
  readonly created_at: Date;
  readonly expires_at: Date;
}

@Injectable()
export class SessionsRepository {
  constructor(private readonly database: DataSource) {}

  /** Also removes those that have expired, so that nothing else has to. */
  async add(key: Buffer, accountId: string, seal: Buffer, expires: Date): Promise<void> {
    await this.database.query('DELETE FROM segmentation.session WHERE expires_at < now()');
    await this.database.query(
      'INSERT INTO segmentation.session (key, account_id, seal, expires_at) VALUES ($1, $2, $3, $4)',
      [key, accountId, seal, expires],
    );
  }

  async find(key: Buffer): Promise<StoredSession | undefined> {
    const rows = await this.database.query<StoredSession[]>(
      `SELECT account_id, seal, created_at, expires_at
       FROM segmentation.session WHERE key = $1 AND expires_at > now()`,
      [key],
    );
    return rows[0];
  }

  async extend(key: Buffer, expires: Date): Promise<void> {
    await this.database.query('UPDATE segmentation.session SET expires_at = $2 WHERE key = $1', [
      key,
      expires,
    ]);
  }

  async remove(key: Buffer): Promise<void> {
    await this.database.query('DELETE FROM segmentation.session WHERE key = $1', [key]);
  }
}
