/** Beside the rule: how many match now, what the rule says in words, and some of those it matches. */

import type { Preview } from '../api-types.js';
import { Failure } from '../shell/message.js';
import { useTexts } from '../texts/use-texts.js';
import type { LivePreview } from './use-preview.js';

export function AudiencePanel({ live }: { readonly live: LivePreview }) {
  const { t } = useTexts();
  const { preview, problem, isCounting } = live;
  const isRule = (problem?.problems?.length ?? 0) > 0;
  return (
    <aside className="card audience" aria-labelledby="audience-heading" aria-busy={isCounting}>
      <h2 id="audience-heading">{t.audience}</h2>
      <div className={isCounting ? 'fading' : undefined}>
        <Count live={live} />
        {problem && !isRule && <Failure problem={problem} />}
        {preview && <Known preview={preview} />}
      </div>
    </aside>
  );
}

/** One live region that stays in place: screen readers hear what it comes to say, also that it is counting. */
function Count({ live: { preview, isCounting } }: { readonly live: LivePreview }) {
  const { t, f } = useTexts();
  return (
    <p className="count" role="status" aria-live="polite">
      {preview ? (
        <>
          <strong>{t.matches(f.number(preview.count), preview.count === 1)}</strong>{' '}
          <span className="soft">{t.share(f.percent(preview.share))}</span>
        </>
      ) : (
        <span className="soft">{isCounting ? t.counting : t.countUnknown}</span>
      )}
    </p>
  );
}

function Known({ preview: { words, sample = [], count } }: { readonly preview: Preview }) {
  const { t } = useTexts();
  return (
    <>
      <h3>{t.inWords}</h3>
      <p className="words">{words}</p>
      <h3>{t.samplePeople}</h3>
      {count === 0 && <p className="soft">{t.nobodyMatches}</p>}
      <ul className="sample">
        {sample.map(({ member_id, display, external_id }) => (
          <li key={member_id}>{display ?? external_id ?? member_id}</li>
        ))}
      </ul>
    </>
  );
}
