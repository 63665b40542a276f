/** Names that several of the CRM's records share. */

export const tenant = 'tenant_id';

export const contact = { label: { en: 'Contact', de: 'Kontakt' }, refersTo: 'contacts' } as const;
export const order = { label: { en: 'Order', de: 'Bestellung' }, refersTo: 'orders' } as const;

export const labels = {
  external_id: { label: { en: 'Number', de: 'Nummer' } },
  created_at: { label: { en: 'Added', de: 'Angelegt' } },
  updated_at: { label: { en: 'Changed', de: 'Geändert' } },
  country: { label: { en: 'Country', de: 'Land' } },
  city: { label: { en: 'City', de: 'Ort' } },
  channel: { label: { en: 'Channel', de: 'Kanal' } },
  currency: { label: { en: 'Currency', de: 'Währung' } },
  tags: { label: { en: 'Tags', de: 'Schlagworte' } },
} as const;
