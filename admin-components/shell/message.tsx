/** What the screens say when something is missing, has failed or is under way. */

import { Button, Icon } from '@adminjs/design-system';
import type { ReactNode } from 'react';
import type { Problem } from '../api-types.js';
import type { Texts } from '../texts/texts-en.js';
import { useTexts } from '../texts/use-texts.js';

/** The server's own sentence says what to do, where there is one. */
export function sentenceOf(problem: Problem, t: Texts): string {
  if (problem.code === 'unreachable') return t.errorUnreachable;
  if (problem.code === 'segment.not-found') return t.notFound;
  return problem.detail || t.errorUnknown;
}

export function Failure({ problem, retry }: { readonly problem: Problem; readonly retry?: () => void }) {
  const { t } = useTexts();
  return (
    <div className="failure" role="alert">
      <Icon icon="AlertTriangle" size={20} />
      <p>{sentenceOf(problem, t)}</p>
      {retry && (
        <Button type="button" size="sm" variant="outlined" color="danger" onClick={retry}>
          {t.retry}
        </Button>
      )}
    </div>
  );
}

/** Grey lines where something will be; said once to screen readers. */
export function Waiting({ lines }: { readonly lines: number }) {
  const { t } = useTexts();
  return (
    <div className="waiting" role="status">
      <span className="only-heard">{t.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike.
        <div key={line} className="waiting-line" />
      ))}
    </div>
  );
}

export function Empty({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{hint}</p>
      {children}
    </div>
  );
}
