import type { ServiceBody } from '../api';
import type { ForkcastError } from '../domain';

/** What the engine did for a declared service. */
export type Action = 'created' | 'adopted' | 'updated' | 'replaced' | 'unchanged';

/** The end of a create or an update. A refusal is no outcome: it is thrown, and nothing was made. */
export type Outcome =
  | { readonly kind: 'done'; readonly action: Action; readonly service: ServiceBody }
  /**
   * It exists and is not ready: time ran out, the clock stands still, waiting was interrupted, or the registry stopped
   * answering. The service is as it was last seen; the next run waits on.
   */
  | {
      readonly kind: 'unfinished';
      readonly action: Action;
      readonly service: ServiceBody;
      readonly error: ForkcastError;
    };
