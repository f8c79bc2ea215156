import { useState } from 'preact/hooks';
import { parseRecoveryTime, toRfc3339, type EpochMs } from '../../domain';
import { setQuery, useApp } from '../app';
import { findNewest } from '../looking';
import type { ServiceData } from '../service-data';
import { writeInstant, type Story } from '../../time';
import { findBoundFault } from '../time/picker';
import { useAct } from './act';
import { Dialog } from './dialog';
import { Foot } from './foot';
import { TimeField } from './time-field';

/** The window that reaches farthest at one end. */
const findFarthest = ({ lanes }: Story, end: 'from' | 'to') => {
  const held = lanes.flatMap(({ window, location }) => (window === null ? [] : [{ ...window, location }]));
  return held.sort((a, b) => (end === 'from' ? a.from - b.from : b.to - a.to)).at(0);
};

/** Why there is nothing to see at an instant: no location holds it, or it is still to come. */
const findFault = (at: EpochMs, story: Story, service: string): string | undefined => {
  const [first, last] = [findFarthest(story, 'from'), findFarthest(story, 'to')];
  if (first === undefined || last === undefined)
    return at > story.now ? `After ${writeInstant(story.now)}, the now of the registry.` : undefined;
  const { location } = at < first.from ? first : last;
  return findBoundFault(at, { earliest: first.from, latest: last.to }, { service, location });
};

/** Puts the cursor at a time that is typed or pasted. */
export const TimeDialog = ({
  data: { story, service },
  onClose,
}: {
  readonly data: ServiceData;
  readonly onClose: () => void;
}) => {
  const app = useApp();
  // Apart from `at`, which is the cursor: nothing under the dialog moves.
  const { time, at: cursor = '' } = app.route.value.query;
  const at = parseRecoveryTime(time ?? cursor)?.at ?? findNewest(story);
  const [readable, setReadable] = useState(true);
  const fault = findFault(at, story, service.service_name);
  return (
    <Dialog wide title="Go to time" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setQuery(app, { dialog: undefined, time: undefined, at: toRfc3339(at) });
        }}
      >
        <TimeField
          at={at}
          now={story.now}
          onAt={(next) => setQuery(app, { time: toRfc3339(next) })}
          fault={fault}
          onReadable={setReadable}
        />
        <Foot
          act={useAct()}
          onClose={onClose}
          denied={fault !== undefined || !readable ? 'The time has to be mended first.' : undefined}
        >
          Go there
        </Foot>
      </form>
    </Dialog>
  );
};
