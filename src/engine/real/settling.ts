import type { ServiceBody } from '../../api';
import { minuteMs, serviceKey, type Clock, type EpochMs, type ServiceId } from '../../domain';

/** What this process made or changed and waits for: its first answers are not to be trusted. */
export interface Settling {
  readonly has: (id: ServiceId) => boolean;
  /** It was made, and no answer has shown it yet. */
  readonly isUnseen: (id: ServiceId) => boolean;
  readonly start: (id: ServiceId, body: ServiceBody, how: 'made' | 'changed') => void;
  /** It was ended. */
  readonly end: (id: ServiceId) => void;
  /** What a look says of a service, once what is known of it besides is considered. */
  readonly seen: (id: ServiceId, found: ServiceBody | undefined) => ServiceBody | undefined;
}

/** Looks in a row that have to agree. @see terraform-provider-aiven, wait.go: five reads of the target state */
const steadyLooks = 5;
/** How long a new service may not be there to be seen. */
const unseenMs = 5 * minuteMs;

interface Made {
  readonly body: ServiceBody;
  readonly at: EpochMs;
  readonly isSeen: boolean;
  readonly steady: number;
}

/**
 * A service that is new answers 404 or 403 for a while, says RUNNING and something else again, and has no passwords at first: it runs
 * once five looks in a row say so, with passwords.
 */
export const makeSettling = (clock: Clock): Settling => {
  const made = new Map<string, Made>();
  const isUnseen = (id: ServiceId): boolean => {
    const one = made.get(serviceKey(id));
    return one !== undefined && !one.isSeen && clock.now() - one.at <= unseenMs;
  };
  return {
    has: (id) => made.has(serviceKey(id)),
    isUnseen,
    start: (id, body, how) =>
      void made.set(serviceKey(id), { body, at: clock.now(), isSeen: how === 'changed', steady: 0 }),
    end: (id) => void made.delete(serviceKey(id)),
    seen: (id, found) => {
      const key = serviceKey(id);
      const one = made.get(key);
      if (one === undefined) return found;
      if (found === undefined) {
        if (isUnseen(id)) return { ...one.body, state: 'REBUILDING' };
        made.delete(key);
        return undefined;
      }
      const steady = found.state === 'RUNNING' && hasPasswords(found) ? one.steady + 1 : 0;
      if (found.create_time !== one.body.create_time || found.state === 'POWEROFF' || steady >= steadyLooks) {
        made.delete(key);
        return found;
      }
      made.set(key, { ...one, isSeen: true, steady });
      return { ...found, state: found.state === 'RUNNING' ? 'REBUILDING' : found.state };
    },
  };
};

const hasPasswords = ({ users }: ServiceBody): boolean => users.every(({ password }) => password !== '');
