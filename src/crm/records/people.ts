/** Contacts and companies, which may be changed in the back office. */

import { Company } from '../company.entity.js';
import { Contact } from '../contact.entity.js';
import { labels, tenant } from './labels.js';

export const contacts = {
  entity: Contact,
  id: 'contacts',
  label: { en: 'Contacts', de: 'Kontakte' },
  icon: 'Users',
  tenant,
  title: ['first_name', 'last_name'],
  list: ['email', 'status', 'city', 'company_id', 'created_at'],
  read: [
    ...['external_id', 'first_name', 'last_name', 'email', 'phone', 'status', 'source', 'score', 'role'],
    ...['company_id', 'country', 'city', 'postal_code', 'birthday', 'anniversary', 'language'],
    ...['preferred_channel', 'vip', 'email_verified', 'tags', 'dietary', 'follows', 'loyalty_status'],
    ...['loyalty_tier', 'loyalty_points', 'created_at', 'updated_at'],
  ],
  write: [
    ...['first_name', 'last_name', 'email', 'phone', 'status', 'source', 'score', 'role', 'company_id'],
    ...['country', 'city', 'postal_code', 'birthday', 'anniversary', 'language', 'preferred_channel'],
    ...['vip', 'tags', 'dietary', 'loyalty_status', 'loyalty_tier', 'loyalty_points'],
  ],
  filter: [
    ...['email', 'phone', 'external_id', 'status', 'source', 'score', 'company_id', 'country', 'city'],
    ...['birthday', 'vip', 'tags', 'loyalty_tier', 'loyalty_points', 'created_at'],
  ],
  sort: ['email', 'status', 'city', 'created_at'],
  create: true,
  properties: {
    ...labels,
    first_name: { label: { en: 'First name', de: 'Vorname' } },
    last_name: { label: { en: 'Last name', de: 'Nachname' } },
    email: { label: { en: 'E-mail', de: 'E-Mail' } },
    phone: { label: { en: 'Phone', de: 'Telefon' } },
    status: {
      label: { en: 'Status', de: 'Status' },
      choices: ['lead', 'prospect', 'customer', 'churned'],
    },
    source: { label: { en: 'Source', de: 'Quelle' } },
    score: { label: { en: 'Score', de: 'Punktwert' } },
    role: { label: { en: 'Role', de: 'Rolle' } },
    company_id: { label: { en: 'Company', de: 'Firma' }, refersTo: 'companies' },
    postal_code: { label: { en: 'Postal code', de: 'Postleitzahl' } },
    birthday: { label: { en: 'Birthday', de: 'Geburtstag' } },
    anniversary: { label: { en: 'Anniversary', de: 'Jahrestag' } },
    language: { label: { en: 'Language', de: 'Sprache' } },
    preferred_channel: {
      label: { en: 'Preferred channel', de: 'Bevorzugter Kanal' },
      choices: ['email', 'sms', 'phone', 'post'],
    },
    vip: { label: { en: 'VIP', de: 'VIP' } },
    email_verified: { label: { en: 'E-mail verified', de: 'E-Mail bestätigt' } },
    dietary: { label: { en: 'Diet', de: 'Ernährung' } },
    follows: { label: { en: 'Follows on', de: 'Folgt auf' } },
    loyalty_status: {
      label: { en: 'Loyalty status', de: 'Treuestatus' },
      choices: ['none', 'active', 'paused'],
    },
    loyalty_tier: {
      label: { en: 'Loyalty tier', de: 'Treuestufe' },
      choices: ['bronze', 'silver', 'gold', 'platinum'],
    },
    loyalty_points: { label: { en: 'Loyalty points', de: 'Treuepunkte' } },
  },
} as const;

export const companies = {
  entity: Company,
  id: 'companies',
  label: { en: 'Companies', de: 'Firmen' },
  icon: 'Briefcase',
  tenant,
  title: ['name'],
  list: ['name', 'industry', 'employees', 'city', 'contract_status'],
  read: [
    ...['external_id', 'name', 'industry', 'employees', 'size_band', 'country', 'city'],
    ...['annual_revenue', 'contract_status', 'tags', 'created_at', 'updated_at'],
  ],
  write: [
    ...['name', 'industry', 'employees', 'size_band', 'country', 'city', 'annual_revenue'],
    ...['contract_status', 'tags'],
  ],
  filter: [
    ...['name', 'industry', 'employees', 'size_band', 'country', 'city', 'annual_revenue'],
    ...['contract_status', 'tags', 'created_at'],
  ],
  sort: ['name', 'employees', 'created_at'],
  create: true,
  properties: {
    ...labels,
    name: { label: { en: 'Name', de: 'Name' } },
    industry: { label: { en: 'Industry', de: 'Branche' } },
    employees: { label: { en: 'Employees', de: 'Beschäftigte' } },
    size_band: { label: { en: 'Size', de: 'Größe' } },
    annual_revenue: { label: { en: 'Annual revenue', de: 'Jahresumsatz' } },
    contract_status: { label: { en: 'Contract', de: 'Vertrag' } },
  },
} as const;
