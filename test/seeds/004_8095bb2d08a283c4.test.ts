/** The seed document on segments and target groups: entities, endpoints, events, screens, tests. */

import { flat } from './004_8095bb2d08a283c4/rules.js';
import { sources } from './004_8095bb2d08a283c4/sources.js';
import { holdTo } from './hold-to.js';
import { later } from './later.js';

const segments = 'test/features/segments/segments.test.ts';
const rows = 'test/features/segments/rule-edits.test.ts';
const life = 'test/features/segments/life.test.ts';
const list = 'test/features/segments/list.test.ts';
const members = 'test/features/members/members.test.ts';
const pins = 'test/features/members/pins.test.ts';
const preview = 'test/features/audience/preview.test.ts';
const calculate = 'test/features/refresh/calculate.test.ts';
const conformance = 'test/rule-language/conformance.test.ts';
const exports = 'test/features/members/export/formats.test.ts';
const contract = 'test/features/documentation/contract.test.ts';
const screens = 'test/browser/segments-page.test.ts';
const bench = 'test/bench/smoke.test.ts';

holdTo({
  name: '004_8095bb2d08a283c4',
  rules: [...flat, ...sources],
  asAbove: [
    [14, 'Regelbasierte Segmente', 44],
    [84, 'Regel-Engine', 44],
    [188, 'Dynamische Segmente', 44],
  ],
  features: [
    [15, 'Statische Segmente', pins],
    [24, 'Router', contract],
    [26, 'Schemas', contract],
    [27, 'Migrationen', 'test/features/command-line/migrations.test.ts'],
    [31, 'tenant_id', 'test/features/access/tenants.test.ts'],
    [32, 'name, description', segments],
    [33, 'dynamic, static, hybrid', pins],
    [34, 'active, inactive, archived', life],
    [35, 'rules', segments],
    [36, 'member_count', calculate],
    [37, 'last_updated_at', segments],
    [[38, 39], 'created_at', segments],
    [[41, 42], 'SegmentRule', rows],
    [[49, 55], 'SegmentMember', pins],
    [67, 'POST /segments', segments],
    [68, 'GET /segments', list],
    [69, 'GET /segments/{id}', segments],
    [70, 'PUT /segments/{id}', segments],
    [71, 'DELETE /segments/{id}', segments],
    [[72, 74], 'POST /segments/{id}/rules', rows],
    [[75, 76], 'POST /segments/{id}/members', pins],
    [77, 'POST /segments/{id}/calculate', calculate],
    [78, 'GET /segments/{id}/members', members],
    [80, 'export', exports],
    [83, 'Segment-Berechnung', calculate],
    [85, 'Query-Builder', 'test/rule-language/statements.test.ts'],
    [86, 'Batch-Processing', bench],
    [[95, 98], 'Segment-Export', exports],
    [110, 'segments.tsx', screens],
    [133, 'Anzahl der betroffenen Kontakte', preview],
    [[160, 161], 'CSV-Format', exports],
    [162, 'Custom-Format', 'test/features/members/export/column-maps.test.ts'],
    [167, 'Segment-Model', segments],
    [168, 'Rule-Engine', conformance],
    [169, 'Query-Builder', 'test/rule-language/statements.test.ts'],
    [172, 'API-Endpoint', contract],
    [173, 'Segment-Berechnung', calculate],
    [178, 'dynamisch', segments],
    [179, 'statisch', pins],
    [180, 'Regeln', rows],
    [181, 'Segment berechnen', calculate],
    [182, 'Mitglieder verwalten', pins],
    [184, 'exportieren', exports],
    [189, 'Statische Segmente', pins],
    [190, '10.000 Kontakte', bench],
    [193, 'Segment-Export', exports],
  ],
  later: [
    [16, 'Performance-Tracking', later.performance],
    [17, 'Kampagnen-Zuweisung', later.campaigns],
    [18, 'Automatische', later.fresh],
    [[57, 64], 'SegmentPerformance', later.performance],
    [79, 'performance', later.performance],
    [87, 'Incremental Updates', later.fresh],
    [[89, 93], 'Segment-Performance', later.performance],
    [[101, 105], 'crm.segment.created', later.fresh],
    [[111, 114], 'ListReport', later.screens],
    [[117, 123], 'segment-detail', later.screens],
    [[126, 132], 'segment-rule-builder', later.screens],
    [[136, 140], 'segment-performance', later.performance],
    [[143, 144], 'Campaign-Erstellung', later.campaigns],
    [[155, 157], 'Campaign-Erfolg', later.performance],
    [174, 'Performance-Aggregation', later.performance],
    [183, 'Performance anzeigen', later.performance],
    [191, 'Performance-Tracking', later.performance],
    [192, 'Visual Rule Builder', later.screens],
    [194, 'Campaigns', later.campaigns],
  ],
  prose: [
    [[1, 13], 'Phase 1.4'],
    [[20, 23], 'Backend Tasks'],
    [25, 'Database-Models'],
    [[29, 30], 'Database Models'],
    [66, 'API Endpoints'],
    [82, 'Business Logic'],
    [100, 'Events'],
    [[107, 109], 'Frontend Tasks'],
    [116, 'Segment Detail'],
    [125, 'Rule Builder'],
    [135, 'Performance Dashboard'],
    [142, 'Integration in Campaigns'],
    [[146, 148], 'Integration Tasks'],
    [154, 'Segment-Performance'],
    [159, 'Segment-Export'],
    [[164, 166], 'Tests'],
    [171, 'Integration Tests'],
    [[176, 177], 'E2E Tests'],
    [186, 'Definition of Done'],
    [[195, 214], 'Alle Tests'],
  ],
});
