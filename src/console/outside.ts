import type { ApiRequest, ApiResponse } from '../api';
import type { EpochMs } from '../domain';
import type { Wire } from './wire';

/** What the pages use of the browser, beside the document: `main.tsx` has the real one. */
export interface Outside {
  /** Sends a request to the server that these pages came from. @throws RegistryUnreachableError without an answer */
  readonly send: (request: ApiRequest, token: string | undefined) => Promise<ApiResponse>;
  /** Of this machine: how old what is shown is, and nothing else, is told by it. */
  readonly now: () => EpochMs;
  /** Does this later, unless it is called off. */
  readonly after: (ms: number, work: () => void) => () => void;
  readonly token: Wire['token'];
  /** The address below `/console`, with its query. */
  readonly address: () => string;
  /** Another address; `replace`: in the place of this one. */
  readonly go: (address: string, how: 'push' | 'replace') => void;
  /** Told when the reader goes back or on. */
  readonly onGone: (work: () => void) => void;
  readonly isHidden: () => boolean;
  /** Told when the tab is shown or hidden. */
  readonly onShown: (work: () => void) => void;
  /** Told when the page is about to be drawn for paper, and when it is on screen again. */
  readonly onPaper: (work: (isPaper: boolean) => void) => () => void;
  readonly copy: (text: string) => Promise<void>;
  readonly zone: () => string;
  readonly title: (text: string) => void;
}
