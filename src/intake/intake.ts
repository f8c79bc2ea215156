import type { InputAccount, ServiceRequest } from '../domain';

/** What was read to be judged, and what became of everything that it came from. */
export interface Intake {
  readonly requests: readonly ServiceRequest[];
  readonly inputs: readonly InputAccount[];
}
