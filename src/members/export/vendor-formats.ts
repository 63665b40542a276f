/** The files that Mailchimp, Google Ads and Meta take: which columns, and how each value is written there. */

import type { Role } from '../../rule-language/field.js';
import { join, type Sql, sql } from '../../rule-language/to-sql/sql.js';
import type { Value } from '../../rule-language/to-sql/value.js';
import { printed } from './cells.js';

/** A column made of what the subject's fields mean; left out where none of its roles is declared. */
export interface VendorColumn {
  readonly header: string;
  readonly roles: readonly Role[];
  /** From the values of those roles that are declared. */
  value(values: Readonly<Partial<Record<Role, Value>>>): Sql;
  readonly plain?: true;
}

export interface VendorFormat {
  readonly columns: readonly VendorColumn[];
  /** The header of a column with the member's external id. */
  readonly externalId?: string;
  /** Without one of these, nobody could be found. */
  readonly needs: readonly Role[];
}

type Written = (text: Sql) => Sql;

/** A column of one role, written so; null stays null. */
const column = (header: string, role: Role, written: Written, plain?: true): VendorColumn => ({
  header,
  roles: [role],
  value: (values) => (values[role] ? written(printed(values[role])) : sql`null::text`),
  ...(plain && { plain }),
});

const lower: Written = (text) => sql`lower(${text} collate "und-x-icu")`;
const trimmed: Written = (text) => sql`nullif(btrim(regexp_replace(${text}, '\\s+', ' ', 'g')), '')`;
const without =
  (characters: string): Written =>
  (text) =>
    sql`nullif(regexp_replace(${text}, ${characters}::text, '', 'g'), '')`;
const hashed: Written = (text) => sql`encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`;
const all =
  (...steps: readonly Written[]): Written =>
  (text) =>
    steps.reduce((sofar, step) => step(sofar), text);

const noSpaces = without('\\s');
/** With a plus, its country and no more than 15 digits (E.164), or missing: nobody is found by anything else. */
const e164: Written = (text) =>
  sql`(select case when p ~ '^\\+[1-9][0-9]{6,14}$' then p end from regexp_replace(${text}, '[^0-9+]', '', 'g') p)`;

/**
 * Mailchimp, "Format Guidelines for Your Import File" (https://mailchimp.com/help/format-guidelines-for-your-import-file/):
 * an address is one cell, its parts two spaces apart; a birthday is MM/DD; tags are separated by commas.
 */
const address: readonly Role[] = ['street', 'city', 'state', 'postalCode', 'country'];
const mailchimp: VendorFormat = {
  columns: [
    column('Email Address', 'email', trimmed),
    column('First Name', 'firstName', trimmed),
    column('Last Name', 'lastName', trimmed),
    column('Phone Number', 'phone', e164, true),
    {
      header: 'Address',
      roles: address,
      value: (values) => {
        const parts = address.flatMap((role) => (values[role] ? [trimmed(printed(values[role]))] : []));
        return sql`nullif(concat_ws('  ', ${join(parts, ', ')}), '')`;
      },
    },
    column(
      'Birthday',
      'birthday',
      (date) => sql`nullif(substr(${date}, 6, 2) || '/' || substr(${date}, 9, 2), '/')`,
    ),
    column('Tags', 'tags', trimmed),
  ],
  needs: ['email'],
};

/**
 * Google's own rule for its own addresses: dots, and whatever follows a plus, do not tell them apart
 * (https://support.google.com/google-ads/answer/7659867 and the formatting of user data for Google's Data Manager API).
 */
const googleEmail: Written = (text) => {
  const [name, domain] = [sql`split_part(e, '@', 1)`, sql`split_part(e, '@', 2)`];
  return sql`(select case when ${domain} in ('gmail.com', 'googlemail.com')
    then replace(split_part(${name}, '+', 1), '.', '') || '@' || ${domain} else e end from ${noSpaces(lower(text))} e)`;
};

/**
 * Google Ads, "Format your customer data file" (https://support.google.com/google-ads/answer/7659867): names, e-mail
 * addresses and phone numbers in lower case without extra spaces and hashed; country and postal code never hashed.
 */
const google: VendorFormat = {
  columns: [
    column('Email', 'email', all(googleEmail, hashed)),
    column('Phone', 'phone', all(e164, hashed)),
    column('First Name', 'firstName', all(trimmed, lower, hashed)),
    column('Last Name', 'lastName', all(trimmed, lower, hashed)),
    column(
      'Country',
      'country',
      all(trimmed, (text) => sql`upper(${text})`),
    ),
    column('Zip', 'postalCode', trimmed),
  ],
  needs: ['email', 'phone'],
};

const noPunctuation = without('[[:punct:]]');

/**
 * Meta, "Customer Information Parameters" and "Customer File Custom Audiences"
 * (https://developers.facebook.com/docs/marketing-api/audiences/guides/custom-audiences): each in lower case; phones as
 * digits with their country; names without punctuation; cities and states without spaces either; postal codes without
 * spaces and dashes, the first five digits of American ones, British ones whole (“m11ae”); birthdays as year, month and
 * day; m or f; all hashed but the external id.
 */
const meta: VendorFormat = {
  columns: [
    column('email', 'email', all(noSpaces, lower, hashed)),
    column('phone', 'phone', all(e164, without('\\+'), hashed)),
    column('fn', 'firstName', all(noPunctuation, trimmed, lower, hashed)),
    column('ln', 'lastName', all(noPunctuation, trimmed, lower, hashed)),
    column('ct', 'city', all(noPunctuation, noSpaces, lower, hashed)),
    column('st', 'state', all(noPunctuation, noSpaces, lower, hashed)),
    {
      header: 'zip',
      roles: ['postalCode', 'country'],
      value: ({ postalCode, country }) => {
        if (!postalCode) return sql`null::text`;
        const zip = lower(without('[\\s-]')(printed(postalCode)));
        if (!country) return hashed(zip);
        return hashed(sql`case when lower(${printed(country)}) = 'us' then left(${zip}, 5) else ${zip} end`);
      },
    },
    column('country', 'country', all(noSpaces, lower, hashed)),
    column('doby', 'birthday', (date) => hashed(sql`substr(${date}, 1, 4)`)),
    column('dobm', 'birthday', (date) => hashed(sql`substr(${date}, 6, 2)`)),
    column('dobd', 'birthday', (date) => hashed(sql`substr(${date}, 9, 2)`)),
    column('gen', 'gender', (text) =>
      hashed(sql`(select case when g in ('m', 'f') then g end from left(${lower(trimmed(text))}, 1) g)`),
    ),
  ],
  externalId: 'extern_id',
  needs: ['email', 'phone'],
};

export const vendorFormats = {
  mailchimp,
  'google-customer-match': google,
  'meta-custom-audience': meta,
} as const;
export type VendorFormatName = keyof typeof vendorFormats;
export const vendorFormatNames = Object.keys(vendorFormats) as VendorFormatName[];
export const isVendorFormat = (name: string): name is VendorFormatName => Object.hasOwn(vendorFormats, name);
