/** The seed document on customers of a restaurant: behaviour, ready-made segments, actions, analytics. */

import { behavioural, demographic } from './001_5b816c5658962d5e/criteria.js';
import { attributes, engagement } from './001_5b816c5658962d5e/engagement.js';
import { nurture, vipUpsell, winBack } from './001_5b816c5658962d5e/examples.js';
import { automatic, changing } from './001_5b816c5658962d5e/ready-made.js';
import { holdTo } from './hold-to.js';
import { later } from './later.js';

const templates = 'test/features/segments/templates/templates.test.ts';
const exports = 'test/features/members/export/formats.test.ts';
const screens = 'test/browser/segments-page.test.ts';

holdTo({
  name: '001_5b816c5658962d5e',
  rules: [
    ...[...behavioural, ...demographic, ...engagement, ...attributes],
    ...[...automatic, ...changing],
    ...[...winBack, ...vipUpsell, ...nurture],
  ],
  asAbove: [
    [143, 'Email opt-in: Yes', 123],
    [158, 'Churn prevention', 53],
    [159, 'Upselling', 128],
    [160, 'Loyalty program', 68],
    [161, 'Customer retention', 117],
  ],
  features: [
    [3, 'Route', 'test/features/back-office/door.test.ts'],
    [14, 'Real-time Preview', screens],
    [15, 'Segment Size', 'test/features/audience/preview.test.ts'],
    [16, 'Save & Reuse', 'test/features/segments/segments.test.ts'],
    [[49, 61], 'Automatic Segments', templates],
    [[65, 68], 'Recently became at-risk', templates],
    [72, 'Export List', exports],
    [79, 'Segment Overlap', 'test/features/segments/built-on-segments.test.ts'],
    [117, 'Win-Back Campaign', templates],
    [128, 'VIP Upsell', templates],
    [138, 'New Customer Nurture', templates],
    [150, 'Indexed queries', 'test/bench/smoke.test.ts'],
    [151, 'Cache segment sizes', 'test/features/refresh/calculate.test.ts'],
    [152, 'millions of customers', 'test/bench/smoke.test.ts'],
    [153, 'Max 10K', exports],
  ],
  later: [
    [12, 'Drag-drop', later.screens],
    [64, 'update as customer behavior changes', later.fresh],
    [71, 'Send Campaign', later.campaigns],
    [73, 'Create Lookalike', later.performance],
    [74, 'Track Performance', later.performance],
    [75, 'Schedule Auto-Update', later.fresh],
    [78, 'Size Trends', later.performance],
    [79, 'Segment Overlap', later.performance],
    [80, 'Revenue Contribution', later.performance],
    [81, 'Engagement Rates', later.performance],
    [82, 'Conversion Metrics', later.performance],
    [125, '20% off coupon', later.campaigns],
    [135, 'Wine pairing', later.campaigns],
    [145, 'Welcome series', later.campaigns],
    [149, 'recalculate daily', later.fresh],
    [[156, 157], 'email campaigns', later.campaigns],
    [165, 'Campaign ROI', later.performance],
    [167, '2 minutes', later.screens],
  ],
  prose: [
    [1, 'Customer Segmentation Module'],
    [4, 'Priority'],
    [[6, 11], 'Purpose'],
    [[18, 20], 'Segmentation Criteria'],
    [29, 'Demographic'],
    [34, 'Engagement'],
    [41, 'Custom Attributes'],
    [47, 'Pre-built Segments'],
    [63, 'Dynamic Segments'],
    [70, 'Segment Actions'],
    [77, 'Segment Analytics'],
    [[84, 115], 'Components Structure'],
    [119, 'Criteria'],
    [130, 'Criteria'],
    [140, 'Criteria'],
    [148, 'Technical Notes'],
    [155, 'Use Cases'],
    [163, 'Success Metrics'],
    [164, 'Segment precision'],
    [166, 'Customer retention'],
    [168, 'User satisfaction'],
  ],
});
