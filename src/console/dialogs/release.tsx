import { useState } from 'preact/hooks';
import { given, parseInstant, type Expectation } from '../../domain';
import { useAccess } from '../access';
import { useApp } from '../app';
import { GuardedButton } from '../guarded-button';
import type { ServiceData } from '../service-data';
import { useAct } from './act';

/** The service as it is shown: what is done to it is done neither to another of its name, nor once somebody else has it. */
const shown = ({ service: { create_time: made, forkcast } }: ServiceData, owner: string | undefined): Expectation => ({
  ...given({ owner, incarnation: forkcast?.incarnation, createdAt: parseInstant(made) }),
});

/** Whether a stack holds the service, and the step that lets it go first: what its next apply will do then is said before. */
export const useRelease = (data: ServiceData) => {
  const { project, service } = data;
  const { client } = useApp();
  const [released, setReleased] = useState(false);
  const act = useAct();
  const access = useAccess(project);
  const ownership = service.forkcast?.ownership;
  const owner = ownership?.owner ?? null;
  if (owner === null || released) {
    return { step: null, isHeld: false, expect: shown(data, ownership === undefined ? undefined : 'nobody') };
  }
  const release = (): void =>
    act.run(async () => {
      await client.changeOwner(project, service.service_name, {
        expect: shown(data, owner.id),
        owner: null,
        by: 'console',
      });
      setReleased(true);
    });
  const step = (
    <div class="notice">
      <p>
        <b>{owner.stack}</b> holds it, at <code>{owner.path}</code>. It has to be released first. After that the next
        apply of {owner.stack} no longer counts it as its own: it neither changes nor ends it, and says so, until
        somebody adopts it again.
      </p>
      <div class="buttons">
        <GuardedButton denied={act.busy ? 'It is being done.' : access.write} onClick={release}>
          Release it from {owner.stack}
        </GuardedButton>
      </div>
      {act.trouble !== undefined && (
        <p class="fault" role="alert">
          {act.trouble.sentence}
        </p>
      )}
    </div>
  );
  return { step, isHeld: true, expect: shown(data, owner.id) };
};
