/** The seed document on lead segmentation: interests, budget, timeline, custom fields, CSV. */

import { basics, operators } from './000_ba4bef9fe5fa4b7c/criteria.js';
import { customFields } from './000_ba4bef9fe5fa4b7c/custom-fields.js';
import { timelines } from './000_ba4bef9fe5fa4b7c/timelines.js';
import { budgets, interests } from './000_ba4bef9fe5fa4b7c/vehicles.js';
import { holdTo } from './hold-to.js';
import { later } from './later.js';

const segments = 'test/features/segments/segments.test.ts';
const preview = 'test/features/audience/preview.test.ts';
const calculate = 'test/features/refresh/calculate.test.ts';
const csv = 'test/features/members/export/formats.test.ts';
const fields = 'test/features/custom-fields/definitions.test.ts';
const screens = 'test/browser/segments-page.test.ts';

holdTo({
  name: '000_ba4bef9fe5fa4b7c',
  rules: [...interests, ...budgets, ...timelines, ...operators, ...basics, ...customFields],
  asAbove: [
    [105, 'available for use in segment criteria', 71],
    [98, 'Define segment criteria', 24],
    [99, 'criteria logic', 25],
  ],
  features: [
    [28, 'View all segments', screens],
    [29, 'Create, edit, and delete', segments],
    [30, 'Preview leads', preview],
    [31, 'Export segment leads', csv],
    [58, 'Dynamic Segments', calculate],
    [59, 'Static Segments', 'test/features/members/pins.test.ts'],
    [69, 'Create custom fields', fields],
    [94, 'Segmentation dashboard', screens],
    [95, 'Create Segment', screens],
    [96, 'segment type (interest', 'test/features/segments/list.test.ts'],
    [97, 'name and description', segments],
    [100, 'Save the segment', screens],
    [104, 'Add new custom fields', fields],
    [108, 'View segment details and leads', 'test/features/members/members.test.ts'],
    [109, 'Export segment leads', csv],
    [110, 'manually add/remove', 'test/features/members/pins.test.ts'],
    [111, 'dynamic segments, update', calculate],
  ],
  later: [
    [103, 'Custom Fields page', later.screens],
    [115, 'email marketing', later.campaigns],
    [116, 'segment analytics', later.performance],
    [117, 'workflow triggers', later.fresh],
  ],
  prose: [
    [[1, 6], 'Lead Segmentation Feature'],
    [8, 'Segmentation Based on Interests'],
    [12, 'Budget-Based Segmentation'],
    [17, 'Timeline-to-Purchase Segmentation'],
    [22, 'Custom Segmentation Criteria'],
    [27, 'Segment Management Interface'],
    [[33, 57], 'Implementation Details'],
    [61, 'Segment Criteria Types'],
    [68, 'Custom Fields'],
    [[73, 93], 'Integration Guide'],
    [102, 'Managing Custom Fields'],
    [107, 'Working with Segments'],
    [113, 'Next Steps'],
    [114, 'Test all'],
  ],
});
