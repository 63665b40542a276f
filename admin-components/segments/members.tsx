/** Who is in the segment: since its last calculation, or by hand. */

import { Button } from '@adminjs/design-system';
import { useCallback, useState } from 'react';
import { api } from '../api-client.js';
import type { Member, Page, Problem, Segment } from '../api-types.js';
import { Failure, Waiting } from '../shell/message.js';
import { useTexts } from '../texts/use-texts.js';
import { problemIn, useLoaded } from '../use-loaded.js';

/** Loads anew after each calculation. */
export function Members({ segment }: { readonly segment: Segment }) {
  const { t, f } = useTexts();
  const { id, last_calculated_at: calculated, member_count: count } = segment;
  return (
    <section className="card members" aria-labelledby="members-heading">
      <h2 id="members-heading">
        {t.members} {count !== null && <span className="soft">{f.number(count)}</span>}
      </h2>
      {count === null ? (
        <p className="soft">{t.notCalculatedHint}</p>
      ) : (
        <MemberPages key={calculated ?? count} id={id} />
      )}
    </section>
  );
}

function MemberPages({ id }: { readonly id: string }) {
  const { t } = useTexts();
  const load = useCallback((signal: AbortSignal) => api.members(id, null, signal), [id]);
  const { value: page, problem, reload, replace } = useLoaded(load);
  const [moreProblem, setMoreProblem] = useState<Problem>();
  const more = async (known: Page<Member>): Promise<void> => {
    setMoreProblem(undefined);
    try {
      const next = await api.members(id, known.next_cursor);
      replace({ ...next, items: [...known.items, ...next.items] });
    } catch (error) {
      setMoreProblem(problemIn(error));
    }
  };
  if (problem) return <Failure problem={problem} retry={reload} />;
  if (!page) return <Waiting lines={3} />;
  if (page.items.length === 0) return <p className="soft">{t.noMembers}</p>;
  return (
    <>
      <MemberTable members={page.items} />
      {moreProblem && <Failure problem={moreProblem} />}
      {page.next_cursor !== null && (
        <Button type="button" onClick={() => void more(page)}>
          {t.showMore}
        </Button>
      )}
    </>
  );
}

function MemberTable({ members }: { readonly members: readonly Member[] }) {
  const { t, f } = useTexts();
  const causes: Readonly<Record<string, string>> = t.causeNames;
  return (
    <table className="member-table">
      <thead>
        <tr>
          <th scope="col">{t.person}</th>
          <th scope="col">{t.since}</th>
          <th scope="col">{t.cause}</th>
        </tr>
      </thead>
      <tbody>
        {members.map(({ member_id, display, external_id, added_at, cause }) => (
          <tr key={member_id}>
            <td>{display ?? external_id ?? member_id}</td>
            <td>
              <time dateTime={added_at}>{f.moment(added_at)}</time>
            </td>
            <td>{causes[cause] ?? cause}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
