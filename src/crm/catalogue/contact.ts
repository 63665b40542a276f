/** What can be asked of a contact. */

import type { RecordDeclaration } from '../../index.js';
import { Contact } from '../contact.entity.js';
import { daysSince, domainOfEmail, isPresent, joinedTexts, wholeYears } from './derivations.js';
import { behaviour } from './metrics.js';
import {
  contactStatuses,
  diets,
  languages,
  loyaltyStatuses,
  loyaltyTiers,
  preferredChannels,
  socialNetworks,
  sources,
} from './options.js';
import { amount, called, closed, open, sharedFields, tenant } from './record.js';
import { shopping } from './vehicle-shopping.js';

export const contact: RecordDeclaration = {
  entity: Contact,
  label: { en: 'Contact', de: 'Kontakt' },
  plural: { en: 'Contacts', de: 'Kontakte' },
  tenant,
  externalId: 'external_id',
  display: 'full_name',
  roles: {
    email: 'email',
    phone: 'phone',
    firstName: 'first_name',
    lastName: 'last_name',
    city: 'city',
    postalCode: 'postal_code',
    country: 'country',
    birthday: 'birthday',
    tags: 'tags',
  },
  fields: {
    ...sharedFields,
    first_name: { label: { en: 'First name', de: 'Vorname' } },
    last_name: { label: { en: 'Last name', de: 'Nachname' } },
    email: { label: { en: 'E-mail', de: 'E-Mail-Adresse' } },
    phone: { label: { en: 'Phone', de: 'Telefonnummer' } },
    status: closed({ en: 'Status', de: 'Status' }, contactStatuses),
    source: open({ en: 'Source', de: 'Quelle' }, sources),
    score: amount({ en: 'Score', de: 'Punktwert' }),
    role: { label: { en: 'Role', de: 'Funktion' } },
    company_id: false,
    country: { label: { en: 'Country', de: 'Land' } },
    city: { label: { en: 'City', de: 'Stadt' } },
    postal_code: { label: { en: 'Postal code', de: 'Postleitzahl' } },
    position: {
      label: { en: 'Position', de: 'Standort' },
      type: 'point',
      point: { latitude: 'latitude', longitude: 'longitude' },
    },
    latitude: amount({ en: 'Latitude', de: 'Breitengrad' }),
    longitude: amount({ en: 'Longitude', de: 'Längengrad' }),
    birthday: { label: { en: 'Birthday', de: 'Geburtstag' } },
    anniversary: { label: { en: 'Anniversary', de: 'Jahrestag' }, sensitive: true },
    language: open({ en: 'Language', de: 'Sprache' }, languages),
    preferred_channel: closed({ en: 'Preferred channel', de: 'Wunschkanal' }, preferredChannels),
    vip: { label: { en: 'VIP', de: 'VIP-Kennzeichen' } },
    email_verified: { label: { en: 'E-mail verified', de: 'E-Mail-Bestätigung' } },
    tags: { label: { en: 'Tags', de: 'Schlagwörter' } },
    dietary: {
      label: { en: 'Diet', de: 'Ernährungsform' },
      options: called(diets),
      // Of health, or of belief.
      sensitive: true,
    },
    follows: { label: { en: 'Networks followed', de: 'Soziales Netzwerk' }, options: called(socialNetworks) },
    loyalty_status: closed({ en: 'Loyalty programme', de: 'Treueprogramm' }, loyaltyStatuses, {
      none: 'Kein Mitglied',
    }),
    loyalty_tier: closed({ en: 'Loyalty tier', de: 'Treuestufe' }, loyaltyTiers),
    loyalty_points: { label: { en: 'Loyalty points', de: 'Treuepunktestand' } },
  },
  paths: { company: { label: { en: 'Company', de: 'Unternehmen' }, to: 'company' } },
  collections: {
    orders: { label: { en: 'Orders', de: 'Bestellungen' }, of: 'order', time: 'placed_at', owned: true },
    order_lines: {
      label: { en: 'Ordered items', de: 'Bestellpositionen' },
      of: 'order_line',
      time: 'order.placed_at',
      owned: true,
    },
    activities: {
      label: { en: 'Activities', de: 'Aktivitäten' },
      of: 'activity',
      time: 'occurred_at',
      owned: true,
    },
    vehicle_interests: {
      label: { en: 'Vehicle interests', de: 'Fahrzeuginteressen' },
      of: 'vehicle_interest',
      owned: true,
    },
    budgets: { label: { en: 'Budgets', de: 'Budgets' }, of: 'budget', owned: true },
    purchase_timelines: {
      label: { en: 'Purchase timelines', de: 'Kaufzeitpläne' },
      of: 'purchase_timeline',
      owned: true,
    },
  },
  metrics: { ...behaviour, ...shopping },
  derived: {
    age: { label: { en: 'Age', de: 'Alter' }, type: 'number', inputs: ['birthday'], derivation: wholeYears },
    full_name: {
      label: { en: 'Full name', de: 'Vor- und Nachname' },
      type: 'text',
      inputs: ['first_name', 'last_name'],
      derivation: joinedTexts,
    },
    has_email: {
      label: { en: 'Has an e-mail', de: 'E-Mail-Angabe' },
      type: 'boolean',
      inputs: ['email'],
      derivation: isPresent,
    },
    email_domain: {
      label: { en: 'E-mail domain', de: 'E-Mail-Domain' },
      type: 'text',
      inputs: ['email'],
      derivation: domainOfEmail,
    },
    days_as_customer: {
      label: { en: 'Days since the first order', de: 'Anzahl der Tage seit der ersten Bestellung' },
      type: 'number',
      inputs: ['first_order_at'],
      derivation: daysSince,
    },
    days_since_last_order: {
      label: { en: 'Days since the last order', de: 'Anzahl der Tage seit der letzten Bestellung' },
      type: 'number',
      inputs: ['last_order_at'],
      derivation: daysSince,
    },
  },
};
