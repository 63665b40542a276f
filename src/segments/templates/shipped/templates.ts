/** The templates that are shipped, in the order in which they are offered. */

import type { SegmentTemplate } from '../template.js';
import { customers } from './customers.js';
import { guests } from './guests.js';
import { leads } from './leads.js';
import { relationship } from './relationship.js';
import { rfm } from './rfm.js';

export const shippedTemplates: readonly SegmentTemplate[] = [
  ...customers,
  ...relationship,
  ...guests,
  ...rfm,
  ...leads,
];
