/** What can be asked of activities. */

import type { FieldDeclaration, RecordDeclaration } from '../../index.js';
import { Activity } from '../activity.entity.js';
import { activityChannels, activityKinds } from './options.js';
import { amount, open, sharedFieldsOfContact, tenant } from './record.js';

const property = (key: string, label: string, type: 'text' | 'number' = 'text'): FieldDeclaration => ({
  label,
  type,
  json: ['properties', key],
});

export const activity: RecordDeclaration = {
  entity: Activity,
  label: 'Activity',
  tenant,
  fields: {
    ...sharedFieldsOfContact,
    kind: open('Kind', activityKinds),
    occurred_at: { label: 'Time' },
    channel: open('Channel', activityChannels),
    rating: amount('Rating'),
    value: amount('Value'),
    properties: false,
    'properties.campaign_id': property('campaign_id', 'Campaign'),
    'properties.campaign_type': property('campaign_type', 'Campaign type'),
    'properties.offer_id': property('offer_id', 'Offer'),
    'properties.store': property('store', 'Store'),
    'properties.page': property('page', 'Page'),
    'properties.amount': property('amount', 'Amount', 'number'),
  },
  paths: { contact: false },
};
