import type { ObjectValue } from './cty/value';
import type { Log } from './log';

/** Time from outside: the clock in epoch milliseconds, and a timer that answers how to cancel it. */
export type Ports = {
  readonly now: () => number;
  readonly after: (ms: number, fire: () => void) => () => void;
  readonly log: Log;
};

/** JSON that a resource keeps beside its state; users do not see it, and it is not encrypted. */
export type PrivateState = Readonly<Record<string, PrivateValue>>;
type PrivateValue =
  null | boolean | number | string | readonly PrivateValue[] | { readonly [name: string]: PrivateValue };

/** What every operation gets beside its values. */
export type Call<Client> = {
  /** What the provider's `configure` made. */
  readonly client: Client;
  /** Aborted when the user interrupts Terraform. Then answer at once with what has been made; it is kept. */
  readonly signal: AbortSignal;
  /** What the user set for this operation in the block `timeouts`, or undefined. */
  readonly timeoutMs: number | undefined;
  /** A signal that is aborted after so many milliseconds, or with `signal` if that is earlier. */
  readonly until: (ms: number) => AbortSignal;
  /** The configuration: it alone has what is write-only. Empty where there is none. */
  readonly written: ObjectValue;
  /** What this object's last answer gave as `private`; empty for a new one. */
  readonly private: PrivateState;
  readonly now: () => number;
  readonly log: Log;
};

/** A call that may change something: no other operation gets one. */
export type ApplyCall<Client> = Call<Client> & { readonly applies: true };

/** A signal that is aborted with `signal`, or after so many milliseconds. Timer and listener end with the one that comes first. */
export const deadline = (signal: AbortSignal, ms: number, after: Ports['after']): AbortSignal => {
  const controller = new AbortController();
  if (signal.aborted) {
    controller.abort(signal.reason);
    return controller.signal;
  }
  const stop = (): void => {
    cancel();
    controller.abort(signal.reason);
  };
  const cancel = after(ms, () => {
    signal.removeEventListener('abort', stop);
    controller.abort('timeout');
  });
  signal.addEventListener('abort', stop, { once: true });
  return controller.signal;
};
