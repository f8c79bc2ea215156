import { useState } from 'preact/hooks';
import { useApp } from '../app';
import type { ServiceData } from '../service-data';
import { useAct } from './act';

/** Whether a stack holds the service, and the step that lets it go first: what its next apply will do then is said before. */
export const useRelease = ({ project, service }: ServiceData) => {
  const { client } = useApp();
  const [released, setReleased] = useState(false);
  const act = useAct();
  const owner = service.forkcast?.ownership?.owner ?? null;
  if (owner === null || released) return { step: null, isHeld: false };
  const release = (): void =>
    act.run(async () => {
      await client.changeOwner(project, service.service_name, {
        expect: { owner: owner.id },
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
        <button type="button" disabled={act.busy} onClick={release}>
          Release it from {owner.stack}
        </button>
      </div>
      {act.trouble !== undefined && (
        <p class="fault" role="alert">
          {act.trouble.sentence}
        </p>
      )}
    </div>
  );
  return { step, isHeld: true };
};
