/** One segment, or one that is to be: its form, what can be done with it, and its members. */

import { Button, Icon } from '@adminjs/design-system';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { api, type SegmentDraft } from '../api-client.js';
import type { Catalogue, Segment } from '../api-types.js';
import { Failure, Waiting } from '../shell/message.js';
import { useTexts } from '../texts/use-texts.js';
import { type Loaded, useLoaded } from '../use-loaded.js';
import { Members } from './members.js';
import { Removal } from './removal.js';
import { SegmentForm } from './segment-form.js';
import { Freshness, StatusBadge } from './segment-state.js';
import { formatted, starterRule } from './starter-rule.js';
import { useWork } from './use-work.js';

interface NewSegmentProps {
  readonly toList: () => void;
  readonly toSegment: (id: string) => void;
}

export function NewSegment({ toList, toSegment }: NewSegmentProps) {
  const { t } = useTexts();
  const catalogue = useCatalogue();
  return (
    <>
      <Heading toList={toList} title={t.newSegment} />
      {catalogue.problem && <Failure problem={catalogue.problem} retry={catalogue.reload} />}
      {!catalogue.problem && !catalogue.value && <Waiting lines={6} />}
      {catalogue.value && <NewForm catalogue={catalogue.value} toSegment={toSegment} />}
    </>
  );
}

function NewForm({
  catalogue,
  toSegment,
}: { readonly catalogue: Catalogue } & Pick<NewSegmentProps, 'toSegment'>) {
  const { t } = useTexts();
  const [draft, setDraft] = useState<SegmentDraft>(() => {
    const subject = catalogue.subjects[0]?.name ?? '';
    return { name: '', description: '', subject, ruleText: starterRule(catalogue, subject) };
  });
  const work = useWork();
  const save = (): void =>
    void work.run(t.saving, async () => {
      const { id } = await api.create(draft);
      toSegment(id);
    });
  return (
    <SegmentForm
      draft={draft}
      catalogue={catalogue}
      refusal={work.problem}
      isNew
      isDirty={draft.name !== ''}
      onChange={setDraft}
      onSubmit={save}
    >
      <Doings work={work}>
        <Button type="submit" variant="contained" disabled={work.doing !== undefined}>
          {t.save}
        </Button>
      </Doings>
    </SegmentForm>
  );
}

export function OneSegment({ id, toList }: { readonly id: string; readonly toList: () => void }) {
  const { t } = useTexts();
  const load = useCallback((signal: AbortSignal) => api.segment(id, signal), [id]);
  const segment = useLoaded(load);
  return (
    <>
      <Heading toList={toList} title={segment.value?.name ?? t.segments}>
        {segment.value && (
          <p className="soft screen-facts">
            <StatusBadge segment={segment.value} /> <Size segment={segment.value} />{' '}
            <Freshness segment={segment.value} />
          </p>
        )}
      </Heading>
      {segment.problem && <Failure problem={segment.problem} retry={segment.reload} />}
      {!segment.problem && !segment.value && <Waiting lines={6} />}
      {segment.value && <Known segment={segment.value} loaded={segment} toList={toList} />}
    </>
  );
}

function Size({ segment: { member_count: count } }: { readonly segment: Segment }) {
  const { t, f } = useTexts();
  return count === null ? null : <span className="strong">{t.people(f.number(count), count === 1)}</span>;
}

interface KnownProps {
  readonly segment: Segment;
  readonly loaded: Loaded<Segment>;
  readonly toList: () => void;
}

const draftOf = ({ name, description, subject, rules }: Segment): SegmentDraft => ({
  name,
  description: description ?? '',
  subject,
  ruleText: formatted(rules),
});

function Known({ segment, loaded, toList }: KnownProps) {
  const { t, f } = useTexts();
  const catalogue = useCatalogue();
  const saved = draftOf(segment);
  const [draft, setDraft] = useState(saved);
  const work = useWork();
  const isDirty = JSON.stringify(draft) !== JSON.stringify(saved);
  const isBusy = work.doing !== undefined;
  // Whatever else was loaded meanwhile (after a conflict, say) is what is edited from here on.
  useEffect(() => setDraft(draftOf(segment)), [segment]);

  const save = (): void =>
    void work.run(t.saving, async () => {
      loaded.replace(await api.update(segment.id, segment.version, draft));
      return t.saved;
    });
  const calculate = (): void =>
    void work.run(t.calculating, async () => {
      const run = await api.calculate(segment.id);
      loaded.replace(await api.segment(segment.id));
      if (run.status === 'discarded') return t.calculateDiscarded;
      if (run.status === 'failed') return t.calculateFailed(run.error_message ?? '');
      return t.calculated(f.number(run.joined ?? 0), f.number(run.left ?? 0));
    });
  return (
    <>
      {segment.health === 'broken' && <p className="problems notice">{t.brokenHint}</p>}
      <SegmentForm
        draft={draft}
        catalogue={catalogue.value}
        refusal={work.problem}
        isNew={false}
        isDirty={isDirty}
        onChange={setDraft}
        onSubmit={save}
      >
        <Doings work={work} reload={loaded.reload}>
          <Button type="submit" variant="contained" disabled={isBusy || !isDirty}>
            {t.save}
          </Button>
          <Button
            type="button"
            variant="outlined"
            disabled={isBusy || isDirty}
            title={isDirty ? t.saveFirst : undefined}
            onClick={calculate}
          >
            <Icon icon="RefreshCw" />
            {t.calculate}
          </Button>
          {isDirty && (
            <Button type="button" disabled={isBusy} onClick={() => setDraft(saved)}>
              {t.discard}
            </Button>
          )}
          <Removal segment={segment} removed={toList} />
        </Doings>
      </SegmentForm>
      <Members segment={segment} />
    </>
  );
}

/** The buttons, and beneath them what is under way or has come of it. */
function Doings({
  work,
  reload,
  children,
}: {
  readonly work: ReturnType<typeof useWork>;
  readonly reload?: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTexts();
  const isElsewhere = work.problem?.code === 'segment.changed' && reload;
  return (
    <>
      <div className="doings">{children}</div>
      <p role="status" className="soft doings-state">
        {work.doing ?? work.done}
      </p>
      {work.problem && !work.problem.problems?.length && (
        <>
          <Failure problem={work.problem} />
          {isElsewhere && (
            <Button type="button" size="sm" onClick={reload}>
              {t.changedElsewhere}
            </Button>
          )}
        </>
      )}
    </>
  );
}

/** Takes the focus when the view changes, so that keyboard and screen reader begin at its top. */
function Heading({
  title,
  toList,
  children,
}: {
  readonly title: string;
  readonly toList: () => void;
  readonly children?: ReactNode;
}) {
  const { t } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <header className="screen-head">
      <div>
        <button type="button" className="back" onClick={toList}>
          <Icon icon="ArrowLeft" size={16} /> {t.backToSegments}
        </button>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </div>
    </header>
  );
}

function useCatalogue(): Loaded<Catalogue> {
  const load = useCallback((signal: AbortSignal) => api.catalogue(signal), []);
  return useLoaded(load);
}
