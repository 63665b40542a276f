/** `/pages/segments`: the list, or one segment, as the address says; so that "back" leads back. */

import { useEffect } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useTexts } from '../texts/use-texts.js';
import { SegmentList } from './segment-list.js';
import { NewSegment, OneSegment } from './segment-view.js';

export function SegmentsPage() {
  const { t } = useTexts();
  const [place, go] = useSearchParams();
  const id = place.get('segment');
  useEffect(() => {
    document.title = t.segments;
  }, [t]);
  const toList = (): void => go({});
  const toSegment = (segment: string): void => go({ segment });
  return (
    <main className="screen" id="content">
      {id && <OneSegment key={id} id={id} toList={toList} />}
      {!id && place.has('new') && <NewSegment toList={toList} toSegment={toSegment} />}
      {!id && !place.has('new') && <SegmentList toSegment={toSegment} toNew={() => go({ new: '' })} />}
    </main>
  );
}
