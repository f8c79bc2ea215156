import type { ServiceBody } from '../../api';
import type { Call, PrivateState } from '../protocol';

/** What is kept beside the state of a service. */
export interface ServiceNotes {
  /** Which service of its name it is, counted from 1; absent: the registry does not tell. */
  readonly incarnation?: number;
  /** Settings that an import found and no configuration ever declared: they are left as they are. */
  readonly observed: readonly string[];
  /** The plan that follows makes the service anew: it is there now, and will not be. */
  readonly replacing: boolean;
}

/** The notes of an operation. Never throws. */
export const notesOf = ({ private: kept }: Pick<Call<unknown>, 'private'>): ServiceNotes => {
  const { incarnation, observed, replacing } = kept;
  return {
    ...(typeof incarnation === 'number' ? { incarnation } : {}),
    observed: Array.isArray(observed) ? observed.filter((name) => typeof name === 'string') : [],
    replacing: replacing === true,
  };
};

/** The notes to keep of a live service. */
export const notesOn = (body: ServiceBody, observed: readonly string[] = []): PrivateState => ({
  ...(body.forkcast === undefined ? {} : { incarnation: body.forkcast.incarnation }),
  ...(observed.length === 0 ? {} : { observed }),
});
