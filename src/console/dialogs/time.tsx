import { useState } from 'preact/hooks';
import { parseRecoveryTime, toRfc3339 } from '../../domain';
import { setQuery, useApp } from '../app';
import type { ServiceData } from '../service-data';
import { writeInstant } from '../../time';
import { useAct } from './act';
import { Dialog } from './dialog';
import { Foot } from './foot';
import { TimeField } from './time-field';

/** Puts the cursor at a time that is typed or pasted. */
export const TimeDialog = ({
  data: { story },
  onClose,
}: {
  readonly data: ServiceData;
  readonly onClose: () => void;
}) => {
  const app = useApp();
  const [at, setAt] = useState(parseRecoveryTime(app.route.value.query['at'] ?? '')?.at ?? story.now);
  const [readable, setReadable] = useState(true);
  const fault = at > story.now ? `After ${writeInstant(story.now)}, the now of the registry.` : undefined;
  return (
    <Dialog wide title="Go to time" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setQuery(app, { dialog: undefined, at: toRfc3339(at) });
        }}
      >
        <TimeField at={at} now={story.now} onAt={setAt} fault={fault} onReadable={setReadable} />
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
