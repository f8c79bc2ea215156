import type { ApiRequest } from '../api';

/** How the pages reach the server that they came from: what of the browser is needed before all else. */
export interface Wire {
  /** Sends a request; the answer's body is text yet. Rejects without an answer. */
  readonly ask: (request: ApiRequest, token: string | undefined) => Promise<RawAnswer>;
  /** Ends when what was asked for before all else is answered, or was not. */
  readonly answered: Promise<unknown>;
  /** An answer that takes longer is given up, with a TimeoutError. */
  readonly longestAnswerMs: number;
  /** The token of this tab: kept as long as the tab. */
  readonly token: {
    readonly get: () => string | undefined;
    readonly set: (token: string | undefined) => void;
  };
}

interface RawAnswer {
  readonly status: number;
  readonly text: string;
}
