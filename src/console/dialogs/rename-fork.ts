import { useEffect, useState } from 'preact/hooks';
import type { ServiceBody } from '../../api';
import { useApp } from '../app';
import { useResting } from '../resting';
import type { ServiceData } from '../service-data';

/** What there is of the new name. `missing`: what the fork does not hold, in a sentence; undefined: nothing. */
export type NewService =
  | { readonly kind: 'free' }
  | { readonly kind: 'taken' }
  | { readonly kind: 'there'; readonly service: ServiceBody; readonly missing: string | undefined };

const pauseMs = 2_000;

/** Looks again and again while the dialog is open: nothing else under it moves. */
export const useNewService = ({ project, service: old }: ServiceData, name: string): NewService => {
  const { client, outside, live } = useApp();
  const asked = useResting(name, 250);
  const [found, setFound] = useState<{ readonly name: string; readonly state: NewService }>();
  useEffect(() => {
    if (asked === '' || asked === old.service_name) return undefined;
    let cancel = (): void => undefined;
    let isOver = false;
    const look = async (): Promise<NewService> => {
      const service = await client.getService(project, asked);
      if (service === undefined) return { kind: 'free' };
      const lineage = service.forkcast?.lineage;
      if (lineage?.source_project !== project || lineage.source_service !== old.service_name) return { kind: 'taken' };
      if (service.state !== 'RUNNING') return { kind: 'there', service, missing: undefined };
      const { data_digest: now } = await client.contents(project, old.service_name);
      const then = service.forkcast?.fork_digest ?? (await client.contents(project, asked)).data_digest;
      const missing =
        now === then
          ? undefined
          : `${old.service_name} was written to since: end ${asked}, stop the writes, and begin again.`;
      return { kind: 'there', service, missing };
    };
    const go = (): void => {
      look()
        .then((state) => (isOver ? undefined : setFound({ name: asked, state })))
        // What went wrong is told by the page, or is over at the next look.
        .catch(() => undefined)
        .finally(() => {
          if (!isOver) cancel = outside.after(pauseMs, go);
        });
    };
    go();
    return () => {
      isOver = true;
      cancel();
    };
  }, [asked, live.tick.value]);
  return found?.name === name ? found.state : { kind: 'free' };
};
