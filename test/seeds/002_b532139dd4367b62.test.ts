/** The seed document on segments of contacts and companies: operators, cached counts, usage. */

import { documents, example } from './002_b532139dd4367b62/documents.js';
import { operators } from './002_b532139dd4367b62/operators.js';
import { holdTo } from './hold-to.js';
import { later } from './later.js';

const segments = 'test/features/segments/segments.test.ts';
const life = 'test/features/segments/life.test.ts';
const list = 'test/features/segments/list.test.ts';
const members = 'test/features/members/members.test.ts';
const pins = 'test/features/members/pins.test.ts';
const preview = 'test/features/audience/preview.test.ts';
const calculate = 'test/features/refresh/calculate.test.ts';
const migrations = 'test/features/command-line/migrations.test.ts';
const templates = 'test/features/segments/templates/templates.test.ts';
const screens = 'test/browser/segments-page.test.ts';
const contract = 'test/features/documentation/contract.test.ts';

holdTo({
  name: '002_b532139dd4367b62',
  rules: [...operators, ...documents, ...example],
  asAbove: [
    [25, '_evaluate_dynamic_filters', 14],
    [26, '_build_q_object', 29],
    [42, 'industry', 38],
    [43, 'equals', 29],
    [44, 'Hotels', 38],
    [94, 'Filter operators', 29],
    [106, 'Various filter operators', 29],
    [152, 'dynamic', 150],
    [154, 'company', 38],
    [155, 'all', 39],
    [157, 'industry', 150],
    [158, 'Thailand', 150],
  ],
  features: [
    [12, 'Dynamic and static', pins],
    [13, 'active/paused/archived', life],
    [15, 'static segment members', pins],
    [16, 'member_count, last_calculated_at', calculate],
    [17, 'times_used, last_used_at', life],
    [18, 'created_by, tags', list],
    [21, 'get_members', members],
    [22, 'update_member_count', calculate],
    [23, 'preview_members', preview],
    [24, 'mark_as_used', life],
    [[53, 57], 'Migration Details', migrations],
    [60, '(status, created_at)', list],
    [61, '(segment_type, status)', list],
    [62, '(created_by, status)', list],
    [64, 'Unique index on name', segments],
    [65, '(UUID)', segments],
    [68, 'applied to database', migrations],
    [[71, 73], 'created', migrations],
    [79, 'List display', list],
    [80, 'List filters', list],
    [81, 'Search fields', list],
    [82, 'Readonly fields', segments],
    [85, 'created_by', segments],
    [91, 'dynamic and static', pins],
    [92, 'Member count', calculate],
    [93, 'Usage tracking', life],
    [95, 'listing and filtering', list],
    [96, 'admin registration', screens],
    [97, 'indexes', migrations],
    [98, 'Preview members', preview],
    [[102, 103], 'Dynamic segment creation', pins],
    [104, 'Member count', calculate],
    [105, 'times_used', life],
    [[107, 108], 'filtering by status', list],
    [109, 'Admin registration', screens],
    [110, 'indexes', migrations],
    [[116, 130], 'CREATE TABLE', segments],
    [[133, 135], 'through tables', pins],
    [140, 'Member Count Caching', calculate],
    [141, 'Strategic Indexes', 'test/bench/smoke.test.ts'],
    [[149, 151], 'objects.create', segments],
    [150, 'High-Value Hotels', templates],
    [162, 'update_member_count', calculate],
    [[165, 173], 'Create Static Segment', pins],
    [[178, 179], 'Get all members', members],
    [[181, 182], 'first 10', preview],
    [187, 'mark_as_used', life],
    [195, 'Serializer', contract],
    [196, 'CRUD', segments],
    [197, 'API endpoints', contract],
    [198, 'preview_members', preview],
    [199, 'recalculate_count', calculate],
  ],
  later: [
    [[83, 84], 'fieldsets', later.screens],
    [86, 'Auto-calculate', later.fresh],
    [[184, 186], 'email campaign', later.campaigns],
  ],
  prose: [
    [[1, 11], 'Phase 1'],
    [20, 'Key Methods'],
    [28, 'Supported Filter Operators'],
    [35, 'JSON Format'],
    [40, 'rules'],
    [[50, 51], 'Database Migration'],
    [59, 'Indexes Created'],
    [63, 'Foreign key'],
    [67, 'Migration Applied'],
    [70, 'Database Changes'],
    [[75, 78], 'Django Admin'],
    [[88, 89], 'Testing Completed'],
    [100, 'Test Results'],
    [113, 'Database Schema'],
    [138, 'Performance Optimizations'],
    [142, 'select_related'],
    [[145, 147], 'Usage Examples'],
    [153, 'filter_criteria'],
    [156, 'rules'],
    [176, 'Get Segment Members'],
    [[190, 194], 'Next Steps'],
    [[201, 231], 'Files Modified'],
  ],
});
