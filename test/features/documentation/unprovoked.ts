/** What is documented and cannot be provoked by a request alone, and where it is tested instead. */

export interface Unprovoked {
  /** As `post /api/segments 503 evaluation.timeout`. */
  readonly answer: string;
  readonly because: string;
}

const patience = 'it takes a rule that runs for a minute: test/features/audience shortens the minute';
const secret = 'this application has a consent secret: test/features/consent has one without';

export const unprovoked: readonly Unprovoked[] = [
  {
    answer: 'delete /api/subjects/{subject}/{id}/personal-data 409 erasure.busy',
    because: 'it takes half a minute of somebody else’s calculation: test/features/personal-data shortens it',
  },
  { answer: 'post /api/segments/preview 501 consent.secret-missing', because: secret },
  { answer: 'get /api/consent/{subject}/{id} 501 consent.secret-missing', because: secret },
  { answer: 'put /api/consent/{subject}/{id} 501 consent.secret-missing', because: secret },
  { answer: 'post /api/suppressions 501 consent.secret-missing', because: secret },
  { answer: 'get /api/segments/{id}/export 501 consent.secret-missing', because: secret },
  { answer: 'post /api/segments/preview 503 evaluation.timeout', because: patience },
  { answer: 'get /api/segments/{id}/members/{member_id}/explain 503 evaluation.timeout', because: patience },
  { answer: 'post /api/segments/{id}/impact 503 evaluation.timeout', because: patience },
  { answer: 'get /api/segments/{id}/breakdown 503 evaluation.timeout', because: patience },
  { answer: 'get /api/segments/{id}/overlap 503 evaluation.timeout', because: patience },
  { answer: 'get /api/segments/{id}/compare 503 evaluation.timeout', because: patience },
  { answer: 'post /api/segments/{id}/lookalike 503 evaluation.timeout', because: patience },
  {
    answer: 'post /api/segments/{id}/lookalike 422 lookalike.too-many',
    because: 'it takes a hundred thousand people: test/features/performance lowers the number',
  },
  { answer: 'get /api/segments/{id}/transitions 503 evaluation.timeout', because: patience },
  {
    answer: 'get /api/segments/{id}/overlap 422 overlap.too-many-members',
    because: 'it takes three million members: test/features/performance lowers the number',
  },
  {
    answer: 'post /api/segments/from-template 422 template.unavailable',
    because:
      'the catalogue of the CRM understands all templates: test/features/northwind has one that does not',
  },
  {
    answer: 'get /api/segments/{id}/export 503 export.timeout',
    because: 'it takes an export that runs for minutes',
  },
];
