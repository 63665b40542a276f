/** The shop's database as it was before: its tables, two shops with their tokens, and some customers. */

import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Branch, Customer, Purchase, Shop } from './entities.js';

export const tokens = { own: 'token-of-the-bakery', foreign: 'token-of-the-florist' } as const;

/** The host's own data source; its tables are in the database. */
export const openShop = (url: string): Promise<DataSource> =>
  new DataSource({
    type: 'postgres',
    url,
    entities: [Branch, Customer, Purchase, Shop],
    synchronize: true,
  }).initialize();

/** Resolves to the id of the shop that the first token is of. */
export async function fillShop({ manager }: DataSource): Promise<string> {
  const [bakery, florist] = [await shop('Bakery', tokens.own), await shop('Florist', tokens.foreign)];
  const [berlin, bremen] = [await branch(bakery, 'Berlin'), await branch(bakery, 'Bremen')];
  const kreuzberg = await branch(florist, 'Berlin');
  await customer('Ada', berlin, 80, 40);
  await customer('Bob', berlin, 30);
  await customer('Eve', bremen, 500);
  await customer('Zoe', kreuzberg, 900);
  return bakery.id;

  function shop(name: string, token: string): Promise<Shop> {
    const token_hash = createHash('sha256').update(token).digest('hex');
    return manager.save(Shop, { name, token_hash } as Shop);
  }

  function branch({ id: shop_id }: Shop, city: string): Promise<Branch> {
    return manager.save(Branch, { shop_id, city } as Branch);
  }

  async function customer(name: string, at: Branch, ...amounts: number[]): Promise<void> {
    const { shop_id } = at;
    const saved = await manager.save(Customer, { shop_id, name, branch: at } as Customer);
    for (const amount of amounts) {
      const purchase = { shop_id, customer: saved, bought_at: new Date(), amount: String(amount) };
      await manager.save(Purchase, purchase as Purchase);
    }
  }
}
