/** Brings the Complete Journey's files into the shape of imports: households, baskets, and lines with their products. */

import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify';

type Row = Record<string, string>;

interface Basket {
  readonly row: Row;
  /** In cents, so that the sum is exact. */
  total: number;
}

/** Writes `contacts.csv`, `orders.csv` and `order-lines.csv` into the target folder. */
export async function prepareCompleteJourney(source: string, target: string): Promise<void> {
  const baskets = new Map<string, Basket>();
  await write(target, 'order-lines', linesOf(source, baskets));
  await write(target, 'orders', ordersOf(baskets));
  await write(target, 'contacts', contactsOf(source, baskets));
}

/** The sample's lines with what is known of their products; collects the baskets on the way. */
async function* linesOf(source: string, baskets: Map<string, Basket>): AsyncGenerator<Row> {
  const products = await byKey(source, 'products', 'product_id');
  for await (const row of rowsOf(source, 'transactions_sample')) {
    const { basket_id = '', product_id = '', quantity = '', sales_value = '', coupon_disc = '' } = row;
    const {
      product_type = '',
      product_category = '',
      department = '',
      brand = '',
    } = products.get(product_id) ?? {};
    const basket = baskets.get(basket_id) ?? { row, total: 0 };
    basket.total += Math.round(Number(sales_value) * 100);
    baskets.set(basket_id, basket);
    yield {
      line_id: `${basket_id}-${product_id}`,
      basket_id,
      product_id,
      product_type,
      product_category,
      department,
      brand,
      quantity,
      sales_value,
      coupon_disc,
    };
  }
}

async function* ordersOf(baskets: ReadonlyMap<string, Basket>): AsyncGenerator<Row> {
  for (const [basket_id, { row, total }] of baskets) {
    const { household_id = '', store_id = '', transaction_timestamp = '' } = row;
    yield { basket_id, household_id, store_id, transaction_timestamp, sales_value: (total / 100).toFixed(2) };
  }
}

/** Every household that any file names; what a survey said of some of them becomes tags. */
async function* contactsOf(source: string, baskets: ReadonlyMap<string, Basket>): AsyncGenerator<Row> {
  const surveys = await byKey(source, 'demographics', 'household_id');
  const households = new Set([...baskets.values()].map(({ row }) => row.household_id ?? ''));
  for (const file of ['demographics', 'campaigns', 'coupon_redemptions']) {
    for await (const { household_id = '' } of rowsOf(source, file)) households.add(household_id);
  }
  for (const household_id of households) {
    const survey = surveys.get(household_id);
    const answers = Object.entries(survey ?? {}).filter(
      ([name, answer]) => name !== 'household_id' && answer,
    );
    const demographics = answers.map(([name, answer]) => `${name}: ${answer}`).join('|');
    yield { household_id, surveyed: survey ? 'survey' : '', demographics };
  }
}

async function byKey(folder: string, name: string, key: string): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>();
  for await (const row of rowsOf(folder, name)) rows.set(row[key] ?? '', row);
  return rows;
}

async function* rowsOf(folder: string, name: string): AsyncGenerator<Row> {
  const file = createReadStream(join(folder, `${name}.csv.gz`)).pipe(createGunzip());
  yield* file.pipe(parse({ columns: true }));
}

async function write(folder: string, name: string, rows: AsyncIterable<Row>): Promise<void> {
  await pipeline(rows, stringify({ header: true }), createWriteStream(join(folder, `${name}.csv`)));
}
