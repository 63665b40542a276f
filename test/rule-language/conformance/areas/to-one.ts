/** Records at the end of a to-one path, and those that are not there. */

import { allBut, asking, berlin, everybody, scene } from '../scene.js';

export const toOne = [
  scene(
    'To-one records',
    {
      'works at Acme': { company_id: 'Acme' },
      'works at a company without an industry': { company_id: 'Plain' },
      'works at none': {},
      'works at one that is gone': { company_id: 'Gone' },
      'works at another tenant’s': { company_id: 'Elsewhere' },
    },
    [
      asking('company')(
        'is_empty',
        undefined,
        allBut('works at Acme', 'works at a company without an industry'),
        'that have no company',
      ),
      asking('company')(
        'is_not_empty',
        undefined,
        ['works at Acme', 'works at a company without an industry'],
        'that have a company',
      ),
      asking('company.owner')('is_not_empty', undefined, ['works at Acme'], 'whose company has an owner'),
      asking('company.owner.industry')(
        'equals',
        'hotels',
        ['works at Acme'],
        'whose company’s owner’s industry is hotels',
      ),
      asking('company.industry')('equals', 'spas', ['works at Acme'], 'whose company’s industry is spas'),
      asking('company.industry')(
        'not_equals',
        'spas',
        allBut('works at Acme'),
        'whose company’s industry is not spas (or is missing)',
      ),
      asking('company.industry')(
        'in_list',
        ['hotels', 'spas'],
        ['works at Acme'],
        'whose company’s industry is hotels or spas',
      ),
      asking('company.industry')(
        'is_empty',
        undefined,
        allBut('works at Acme'),
        'whose company’s industry is missing',
      ),
      asking('company.staff')(
        'greater_than_or_equal',
        0,
        ['works at Acme'],
        'whose company’s staff is at least 0',
      ),
      // A metric is exactly its measure, and a sum over no records is 0.
      asking('company.pipeline')('equals', 0, everybody, `whose company’s pipeline is 0${berlin}`),
    ],
    {
      companies: {
        Acme: { owner_id: 'Holding', industry: 'spas', staff: 0 },
        Holding: { industry: 'hotels' },
        Plain: { owner_id: 'Gone' },
      },
    },
  ),
  scene(
    'Another tenant',
    { stranger: { company_id: 'Acme' } },
    [asking('company')('is_not_empty', undefined, [], 'that have a company')],
    { companies: { Elsewhere: { industry: 'spas' } } },
  ),
];
