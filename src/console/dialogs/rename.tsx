import { useState } from 'preact/hooks';
import { renameBody, type ServiceBody } from '../../api';
import { useAccess } from '../access';
import { go, setQuery, useApp } from '../app';
import type { ServiceData } from '../service-data';
import { useAct } from './act';
import { Dialog, Field } from './dialog';
import { Foot } from './foot';
import { useRelease } from './release';
import { useNewService, type NewService } from './rename-fork';
import { TypedName } from './typed-name';

interface RenameProps {
  readonly data: ServiceData;
  readonly onClose: () => void;
}

/**
 * A name cannot be changed: a fork under the new one takes its place. Step by step: the fork, what it holds, the clients, the end of the
 * original. The address has the new name, so it goes on where it stopped.
 */
export const RenameDialog = ({ data, onClose }: RenameProps) => {
  const app = useApp();
  const old = data.service.service_name;
  const name = app.route.value.query['name'] ?? '';
  const made = useNewService(data, name);
  return (
    <Dialog title={`Rename ${old} by a fork`} onClose={onClose}>
      {made.kind === 'there' ? (
        <Replace data={data} onClose={onClose} fork={made.service} missing={made.missing} />
      ) : (
        <Make data={data} onClose={onClose} name={name} made={made} />
      )}
    </Dialog>
  );
};

/** The first step: what is written later is not in the fork, so nothing is written any more. */
const Make = ({
  data: { project, service, story },
  onClose,
  name,
  made,
}: RenameProps & { readonly name: string; readonly made: NewService }) => {
  const app = useApp();
  const act = useAct();
  const access = useAccess(project);
  const [stopped, setStopped] = useState(false);
  const old = service.service_name;
  const taken = made.kind === 'taken' ? `${name} is there already, and is no fork of ${old}.` : undefined;
  const missing =
    name === '' || name === old ? 'The new name is missing.' : stopped ? undefined : 'Stop the writes first.';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        act.run(
          async () =>
            void (await app.client.createService(
              project,
              renameBody(service, { to: name, latest: story.lanes[0]?.backupsOnly !== true }),
            )),
        );
      }}
    >
      <p>
        A service never changes its name. Its fork under the new one gets its plan, cloud, disk, tags, protection and
        second region, with all that was written until now.
      </p>
      <label class="choice">
        <input type="checkbox" checked={stopped} onChange={(event) => setStopped(event.currentTarget.checked)} />
        <span>1. Writes to {old} are stopped: what is written later is not in the fork.</span>
      </label>
      <Field name="new-name" label="2. The new name" fault={taken}>
        <input
          id="new-name"
          value={name}
          spellcheck={false}
          aria-describedby="new-name-fault"
          onInput={({ currentTarget: { value } }) => setQuery(app, { name: value === '' ? undefined : value })}
        />
      </Field>
      <p class="faint">3. Clients are pointed at it. 4. {old} is terminated, once you say so.</p>
      <Foot act={act} onClose={onClose} denied={access.write ?? taken ?? missing}>
        Fork {old} as {name === '' ? 'the new name' : name}
      </Foot>
    </form>
  );
};

/** What is left once the fork is there: to see that it holds everything, to move the clients, and to end the original. */
const Replace = ({
  data,
  onClose,
  fork,
  missing,
}: RenameProps & { readonly fork: ServiceBody; readonly missing: string | undefined }) => {
  const app = useApp();
  const act = useAct();
  const { project, service } = data;
  const access = useAccess(project);
  const release = useRelease(data);
  const [moved, setMoved] = useState(false);
  const [typed, setTyped] = useState('');
  const [old, name] = [service.service_name, fork.service_name];
  const denied =
    access.write ??
    (fork.state === 'RUNNING' ? missing : `${name} is not RUNNING yet.`) ??
    (service.termination_protection
      ? `${old} is protected from termination: take the protection off first.`
      : undefined) ??
    (release.isHeld ? 'Its stack has to let it go first.' : undefined) ??
    (moved ? undefined : `The clients of ${old} come first.`) ??
    (typed === old ? undefined : 'The name has to be typed first.');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        act.run(async () => {
          await app.client.deleteService(project, old, release.expect);
          go(app, { page: 'service', project, service: name, tab: 'time-line' });
        });
      }}
    >
      <Holds old={service} fork={fork} missing={missing} />
      <label class="choice">
        <input type="checkbox" checked={moved} onChange={(event) => setMoved(event.currentTarget.checked)} />
        <span>
          3. All clients of {old} use {name} now.
        </span>
      </label>
      {release.step}
      <TypedName
        label={`4. Type ${old} to end it`}
        hint="It ends with its data and its backups. This cannot be taken back."
        typed={typed}
        onTyped={setTyped}
      />
      <Foot bad act={act} onClose={onClose} denied={denied}>
        Terminate {old}
      </Foot>
    </form>
  );
};

/** How far the fork is, and whether anything is missing in it. */
const Holds = ({
  old: { service_name: old, service_integrations: integrations },
  fork: { service_name: name, state, forkcast },
  missing,
}: {
  readonly old: ServiceBody;
  readonly fork: ServiceBody;
  readonly missing: string | undefined;
}) => (
  <>
    <p role="status">
      1. and 2. {name}{' '}
      {state === 'RUNNING' ? 'runs' : `is being made: ${Math.floor(forkcast?.progress_percent ?? 0)} %`}.{' '}
      {state === 'RUNNING' && (missing ?? `It holds all that ${old} holds.`)}
    </p>
    <p class="faint">
      A fork has no integrations: {integrations.length === 0 ? `${old} had none` : `make ${integrations.length} anew`}.
    </p>
  </>
);
