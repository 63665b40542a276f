/** Deleting a segment: asked once more by name, because it cannot be undone. */

import { Button } from '@adminjs/design-system';
import { useEffect, useRef, useState } from 'react';
import { api } from '../api-client.js';
import type { Segment } from '../api-types.js';
import { Failure } from '../shell/message.js';
import { useTexts } from '../texts/use-texts.js';
import { useWork } from './use-work.js';

export function Removal({ segment, removed }: { readonly segment: Segment; readonly removed: () => void }) {
  const { t } = useTexts();
  const [isAsking, setAsking] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const work = useWork();
  useEffect(() => {
    if (isAsking) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isAsking]);
  const remove = (): void =>
    void work.run(t.remove, async () => {
      await api.remove(segment.id);
      removed();
    });
  return (
    <>
      <Button type="button" color="danger" className="push" onClick={() => setAsking(true)}>
        {t.remove}
      </Button>
      <dialog ref={dialog} className="question" aria-labelledby="removal" onClose={() => setAsking(false)}>
        <p id="removal">{t.removeQuestion(segment.name)}</p>
        {work.problem && <Failure problem={work.problem} />}
        <div className="doings">
          <Button type="button" variant="contained" color="danger" disabled={!!work.doing} onClick={remove}>
            {t.removeConfirm}
          </Button>
          <Button type="button" onClick={() => setAsking(false)}>
            {t.cancel}
          </Button>
        </div>
      </dialog>
    </>
  );
}
