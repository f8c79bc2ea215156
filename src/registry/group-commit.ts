/** What writes are gathered with. */
export interface GroupCommitPorts {
  /** Runs work as one durable transaction; what throws inside and is caught leaves nothing of its own. */
  readonly together: <T>(work: () => T) => T;
  /** Runs work once everything that has arrived was read: at the end of this turn of the event loop. */
  readonly defer: (work: () => void) => void;
}

/** Most requests in one transaction. */
const mostTogether = 256;

interface Job {
  readonly work: () => unknown;
  readonly keep: () => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Gathers the work that arrives in one turn of the event loop into one transaction, in the order of arrival. A promise is kept
 * only after the commit, so that what was acknowledged is durable; work that throws fails alone. Each command in it is whole or not
 * there by itself, because its write is a part of the transaction of its own.
 */
export const groupCommit = ({ together, defer }: GroupCommitPorts): (<T>(work: () => T) => Promise<T>) => {
  const waiting: Job[] = [];
  const commit = (): void => {
    const batch = waiting.splice(0, mostTogether);
    if (waiting.length > 0) defer(commit);
    const settle: (() => void)[] = [];
    try {
      together(() => {
        for (const job of batch) settle.push(tried(job));
      });
    } catch (error) {
      for (const job of batch) job.fail(error);
      return;
    }
    for (const end of settle) end();
  };
  return <T>(work: () => T) =>
    new Promise<T>((resolve, reject) => {
      let result: { readonly value: T } | undefined;
      waiting.push({
        work: () => (result = { value: work() }),
        keep: () => (result === undefined ? undefined : resolve(result.value)),
        fail: reject,
      });
      if (waiting.length === 1) defer(commit);
    });
};

const tried = (job: Job): (() => void) => {
  try {
    job.work();
    return job.keep;
  } catch (error) {
    return () => job.fail(error);
  }
};
