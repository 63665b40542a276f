/** The seed document on the segments that perform best: filters of leads, outcomes of campaigns. */

import { examples, filters } from './003_1237b7be2055bc2e/filters.js';
import { holdTo } from './hold-to.js';
import { later } from './later.js';

const tenants = 'test/features/access/tenants.test.ts';

holdTo({
  name: '003_1237b7be2055bc2e',
  rules: [...filters, ...examples],
  asAbove: [[158, 'ICP definitions', 12]],
  features: [
    [102, 'View segment', 'test/features/members/members.test.ts'],
    [185, 'Workspace Scoping', tenants],
  ],
  later: [
    [[7, 8], 'SegmentPerformance', later.performance],
    [[17, 20], 'get_top_segments', later.performance],
    [[24, 29], 'top-segments', later.performance],
    [[63, 66], 'campaign outcomes', later.campaigns],
    [[70, 82], 'API Client', later.performance],
    [[85, 96], 'React Component', later.screens],
    [103, 'campaigns that used', later.campaigns],
    [104, 'Build new lists', later.performance],
    [109, 'Click-through', later.performance],
    [110, 'Conversion rate', later.performance],
    [111, 'Average response time', later.performance],
    [112, 'Best performing time', later.performance],
    [[116, 129], 'Request', later.performance],
    [[131, 140], 'leads_sent', later.performance],
    [[142, 149], 'leads_sent', later.performance],
    [157, 'measured ICPs', later.performance],
    [[161, 162], 'Campaign outcomes', later.campaigns],
    [[165, 166], 'high reply rate', later.performance],
    [[169, 170], 'widget', later.screens],
    [174, 'Campaign Tracking', later.campaigns],
    [[176, 179], 'Performance', later.performance],
    [181, 'Time Range', later.performance],
    [183, 'Metric Selection', later.performance],
    [189, 'Segment Comparison', later.performance],
    [190, 'Trend Analysis', later.performance],
    [191, 'Predictive Scoring', later.performance],
    [192, 'A/B Testing', later.campaigns],
    [193, 'Export', later.performance],
  ],
  prose: [
    [[1, 5], 'Top Performing Segments'],
    [10, 'Segment Filtering Service'],
    [15, 'Dashboard Segments Service'],
    [22, 'API Endpoint'],
    [[31, 61], 'Next Steps'],
    [68, 'Frontend Integration'],
    [[99, 101], 'Segment Links'],
    [[106, 108], 'Enhanced Metrics'],
    [114, 'Usage Example'],
    [[154, 156], 'Integration Points'],
    [160, 'With Campaigns'],
    [164, 'With Playbooks'],
    [168, 'With Dashboard'],
    [172, 'Important Notes'],
    [187, 'Future Enhancements'],
  ],
});
