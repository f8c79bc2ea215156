import { useState } from 'preact/hooks';
import { useAccess } from '../access';
import { useApp } from '../app';
import type { ServiceData } from '../service-data';
import { useAct } from './act';
import { Dialog } from './dialog';
import { Foot } from './foot';
import { useRelease } from './release';
import { TypedName } from './typed-name';

/** Ends a service, once its name was typed. */
export const TerminateDialog = ({ data, onClose }: { readonly data: ServiceData; readonly onClose: () => void }) => {
  const { client } = useApp();
  const { project, service } = data;
  const [typed, setTyped] = useState('');
  const act = useAct();
  const release = useRelease(data);
  const access = useAccess(project);
  const name = service.service_name;
  const denied =
    access.write ??
    (service.termination_protection
      ? `${name} is protected from termination: take the protection off first.`
      : undefined);
  const end = (): void =>
    act.run(async () => {
      await client.deleteService(project, name, release.expect);
      onClose();
    });
  return (
    <Dialog title={`Terminate ${name}`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          end();
        }}
      >
        <p>It ends with its data and its backups. What was forked from it lives on. This cannot be taken back.</p>
        {release.step}
        <TypedName label={`Type ${name} to confirm`} typed={typed} onTyped={setTyped} />
        <Foot
          bad
          act={act}
          onClose={onClose}
          denied={
            denied ??
            (release.isHeld
              ? 'Its stack has to let it go first.'
              : typed === name
                ? undefined
                : 'The name has to be typed first.')
          }
        >
          Terminate {name}
        </Foot>
      </form>
    </Dialog>
  );
};
