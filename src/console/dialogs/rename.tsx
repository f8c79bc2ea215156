import { useState } from 'preact/hooks';
import { setQuery, useApp } from '../app';
import type { ServiceData } from '../service-data';
import { Dialog, Field } from './dialog';

/** A name cannot be changed: the steps of the way round, one after the other. */
export const RenameDialog = ({
  data: { service },
  onClose,
}: {
  readonly data: ServiceData;
  readonly onClose: () => void;
}) => {
  const app = useApp();
  const [name, setName] = useState('');
  const [stopped, setStopped] = useState(false);
  const old = service.service_name;
  const isReady = name !== '' && name !== old && stopped;
  return (
    <Dialog title={`Rename ${old} by a fork`} onClose={onClose}>
      <div class="form">
        <p>A service cannot be renamed after it was made. A fork under the new name takes its place:</p>
        <label class="choice">
          <input type="checkbox" checked={stopped} onChange={(event) => setStopped(event.currentTarget.checked)} />
          <span>1. Writes to {old} are stopped: what is written later is not in the fork.</span>
        </label>
        <Field name="new-name" label="2. The new name">
          <input
            id="new-name"
            value={name}
            spellcheck={false}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </Field>
        <p>3. Point clients to the new service. 4. Terminate {old} when you are ready; this is never done for you.</p>
        <div class="dialog-foot">
          <p class="hint">{isReady ? '' : 'Stop the writes, and give the new name.'}</p>
          <button type="button" onClick={onClose}>
            Cancel
          </button>
          <button
            type="button"
            class="primary"
            disabled={!isReady}
            onClick={() => setQuery(app, { dialog: 'fork', version: undefined, name })}
          >
            Go on to the fork
          </button>
        </div>
      </div>
    </Dialog>
  );
};
