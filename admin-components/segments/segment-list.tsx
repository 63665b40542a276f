/** All segments: how large they are, how fresh, and whether they still work. */

import { Button, Icon } from '@adminjs/design-system';
import { useCallback, useState } from 'react';
import { api } from '../api-client.js';
import type { Page, Problem, Segment } from '../api-types.js';
import { Empty, Failure, Waiting } from '../shell/message.js';
import { useTexts } from '../texts/use-texts.js';
import { problemIn, useLoaded } from '../use-loaded.js';
import { Freshness, StatusBadge } from './segment-state.js';

interface Ways {
  readonly toSegment: (id: string) => void;
  readonly toNew: () => void;
}

export function SegmentList(ways: Ways) {
  const { t, f } = useTexts();
  const load = useCallback((signal: AbortSignal) => api.segments(null, signal), []);
  const { value: page, problem, reload, replace } = useLoaded(load);
  return (
    <>
      <header className="screen-head">
        <div>
          <h1>{t.segments}</h1>
          <p className="soft">
            {page && page.total > 0 ? t.total(f.number(page.total), page.total === 1) : t.segmentsIntro}
          </p>
        </div>
        {page && page.items.length > 0 && <NewButton label={t.newSegment} {...ways} />}
      </header>
      <section className="card card-flush" aria-label={t.segments}>
        {problem && <Failure problem={problem} retry={reload} />}
        {!problem && !page && <Waiting lines={4} />}
        {page && <Listed page={page} replace={replace} {...ways} />}
      </section>
    </>
  );
}

const NewButton = ({ label, toNew }: Ways & { readonly label: string }) => (
  <Button type="button" variant="contained" onClick={toNew}>
    <Icon icon="Plus" />
    {label}
  </Button>
);

function Listed({
  page,
  replace,
  ...ways
}: Ways & { readonly page: Page<Segment>; readonly replace: (page: Page<Segment>) => void }) {
  const { t } = useTexts();
  if (page.items.length === 0) {
    return (
      <Empty title={t.noSegments} hint={t.noSegmentsHint}>
        <NewButton label={t.firstSegment} {...ways} />
      </Empty>
    );
  }
  return (
    <>
      <div className="segment-row segment-columns" aria-hidden="true">
        <span>{t.name}</span>
        <span className="number">{t.size}</span>
        <span>{t.freshness}</span>
        <span>{t.status}</span>
      </div>
      <ul>
        {page.items.map((segment) => (
          <Row key={segment.id} segment={segment} toSegment={ways.toSegment} />
        ))}
      </ul>
      <More page={page} replace={replace} />
    </>
  );
}

function Row({ segment, toSegment }: { readonly segment: Segment } & Pick<Ways, 'toSegment'>) {
  const { t, f } = useTexts();
  const { id, name, description, words, member_count: count } = segment;
  return (
    <li className="segment-row">
      <div className="segment-what">
        <a
          href={`?segment=${id}`}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            toSegment(id);
          }}
        >
          {name}
        </a>
        {description && <p>{description}</p>}
        {words && <p className="soft clamp">{words}</p>}
      </div>
      <span className="number strong">
        {count === null ? (
          <span className="soft">–</span>
        ) : (
          <Size text={t.people(f.number(count), count === 1)} />
        )}
      </span>
      <span className="soft">
        <Freshness segment={segment} />
      </span>
      <span>
        <StatusBadge segment={segment} />
      </span>
    </li>
  );
}

/** On a wide screen the column says what the number is; alone, on a narrow one, it says so itself. */
function Size({ text }: { readonly text: string }) {
  const [number, ...unit] = text.split(' ');
  return (
    <>
      {number}
      <span className="unit"> {unit.join(' ')}</span>
    </>
  );
}

function More({
  page,
  replace,
}: {
  readonly page: Page<Segment>;
  readonly replace: (page: Page<Segment>) => void;
}) {
  const { t } = useTexts();
  const [problem, setProblem] = useState<Problem>();
  if (page.next_cursor === null) return null;
  const load = async (): Promise<void> => {
    setProblem(undefined);
    try {
      const next = await api.segments(page.next_cursor);
      replace({ ...next, items: [...page.items, ...next.items] });
    } catch (error) {
      setProblem(problemIn(error));
    }
  };
  return (
    <div className="more">
      {problem && <Failure problem={problem} />}
      <Button type="button" onClick={() => void load()}>
        {t.showMore}
      </Button>
    </div>
  );
}
