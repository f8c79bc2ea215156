import type { ServiceCreateBody } from '../api';

/** What only a registry of ours understands of a fork; nothing, where nothing of it is asked for. */
export const forkExtension = ({
  from,
  latest,
}: {
  readonly from: 'primary' | 'secondary' | undefined;
  readonly latest: boolean;
}): Pick<ServiceCreateBody, 'forkcast'> =>
  from === undefined && !latest
    ? {}
    : { forkcast: { ...(from === undefined ? {} : { from }), ...(latest ? { latest_transaction: true } : {}) } };
