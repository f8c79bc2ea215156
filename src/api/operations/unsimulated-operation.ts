/** An operation of the vendor that is known here, and not simulated. */
export interface UnsimulatedOperation {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
}
