/** What can be asked of activities. */

import type { FieldDeclaration, Label, RecordDeclaration } from '../../index.js';
import { Activity } from '../activity.entity.js';
import { activityChannels, activityKinds } from './options.js';
import { amount, open, sharedFieldsOfContact, tenant } from './record.js';

const property = (key: string, label: Label, type: 'text' | 'number' = 'text'): FieldDeclaration => ({
  label,
  type,
  json: ['properties', key],
});

export const activity: RecordDeclaration = {
  entity: Activity,
  label: { en: 'Activity', de: 'Aktivität' },
  tenant,
  fields: {
    ...sharedFieldsOfContact,
    kind: open({ en: 'Kind', de: 'Art' }, activityKinds),
    occurred_at: { label: { en: 'Time', de: 'Zeitpunkt' } },
    channel: open({ en: 'Channel', de: 'Kanal' }, activityChannels),
    rating: amount({ en: 'Rating', de: 'Bewertung' }),
    value: amount({ en: 'Value', de: 'Wert' }),
    properties: false,
    'properties.campaign_id': property('campaign_id', { en: 'Campaign', de: 'Kampagne' }),
    'properties.campaign_type': property('campaign_type', { en: 'Campaign type', de: 'Kampagnenart' }),
    'properties.offer_id': property('offer_id', { en: 'Offer', de: 'Angebot' }),
    'properties.store': property('store', { en: 'Store', de: 'Filiale' }),
    'properties.page': property('page', { en: 'Page', de: 'Seite' }),
    'properties.amount': property('amount', { en: 'Amount', de: 'Betrag' }, 'number'),
  },
  paths: { contact: false },
};
