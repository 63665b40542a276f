/** Every route's cases: a new route adds its own. */

import type { Cases } from '../case.js';
import { accountsCases } from './accounts.cases.js';
import { audienceCases } from './audience.cases.js';
import { catalogueCases } from './catalogue.cases.js';
import { consentCases } from './consent.cases.js';
import { customFieldsCases } from './custom-fields.cases.js';
import { exportCases } from './export.cases.js';
import { memberImportCases } from './member-import.cases.js';
import { membersCases } from './members.cases.js';
import { performanceCases } from './performance.cases.js';
import { refreshCases } from './refresh.cases.js';
import { ruleEditsCases } from './rule-edits.cases.js';
import { segmentsCases } from './segments.cases.js';
import { subjectsCases } from './subjects.cases.js';
import { templatesCases } from './templates.cases.js';
import { versionsCases } from './versions.cases.js';

export const cases: Cases = {
  ...accountsCases,
  ...consentCases,
  ...catalogueCases,
  ...customFieldsCases,
  ...segmentsCases,
  ...templatesCases,
  ...versionsCases,
  ...ruleEditsCases,
  ...membersCases,
  ...memberImportCases,
  ...exportCases,
  ...subjectsCases,
  ...audienceCases,
  ...refreshCases,
  ...performanceCases,
};
