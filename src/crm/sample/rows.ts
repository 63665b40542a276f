/** What the sample is made of: a contact with all that hangs on her. Tenant and keys are given when rows are written. */

import type { CopyValue } from '../copy.js';

const companies = [
  'external_id',
  'name',
  'industry',
  'employees',
  'size_band',
  'country',
  'city',
  'annual_revenue',
  'contract_status',
  'tags',
  'created_at',
] as const;

const contacts = [
  'external_id',
  'first_name',
  'last_name',
  'email',
  'phone',
  'status',
  'source',
  'score',
  'role',
  'country',
  'city',
  'postal_code',
  'latitude',
  'longitude',
  'birthday',
  'anniversary',
  'language',
  'preferred_channel',
  'vip',
  'email_verified',
  'tags',
  'dietary',
  'follows',
  'loyalty_status',
  'loyalty_tier',
  'loyalty_points',
  'created_at',
] as const;

const orders = [
  'placed_at',
  'status',
  'channel',
  'location',
  'currency',
  'total',
  'total_base',
  'discount',
  'coupon_code',
  'created_at',
] as const;

const order_lines = [
  'sku',
  'name',
  'category',
  'department',
  'brand',
  'quantity',
  'unit_price',
  'discount',
  'total',
] as const;

const activities = ['kind', 'occurred_at', 'channel', 'rating', 'value', 'properties'] as const;
const vehicle_interests = ['make', 'model', 'year', 'body_type', 'new_or_used', 'level'] as const;
const budgets = ['minimum', 'maximum', 'down_payment', 'monthly_payment', 'financing', 'currency'] as const;
const purchase_timelines = ['horizon', 'urgency', 'target_date'] as const;

/** The columns that the sample fills. */
export const sampleColumns = {
  companies,
  contacts,
  orders,
  order_lines,
  activities,
  vehicle_interests,
  budgets,
  purchase_timelines,
} as const;

export type SampleTable = keyof typeof sampleColumns;

export type Row<T extends SampleTable> = Readonly<Record<(typeof sampleColumns)[T][number], CopyValue>>;

export interface SampleOrder {
  readonly order: Row<'orders'>;
  readonly lines: readonly Row<'order_lines'>[];
}

export interface SampleContact {
  readonly contact: Row<'contacts'>;
  /** The place of her company among those of her tenant. */
  readonly company?: number;
  readonly orders: readonly SampleOrder[];
  readonly activities: readonly Row<'activities'>[];
  readonly interests?: readonly Row<'vehicle_interests'>[];
  readonly budgets?: readonly Row<'budgets'>[];
  readonly timelines?: readonly Row<'purchase_timelines'>[];
}

/** Money is reckoned in cents, so that sums are exact. */
export const money = (cents: number): string => (cents / 100).toFixed(2);
