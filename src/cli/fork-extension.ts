import type { SentTo } from '../api';

/** What only a registry of ours understands of a fork; nothing, where nothing of it is asked for. */
export const forkExtension = ({
  from,
  latest,
}: {
  readonly from: 'primary' | 'secondary' | undefined;
  readonly latest: boolean;
}): Pick<SentTo<'ServiceCreate'>, 'forkcast'> =>
  from === undefined && !latest
    ? {}
    : { forkcast: { ...(from === undefined ? {} : { from }), ...(latest ? { latest_transaction: true } : {}) } };
