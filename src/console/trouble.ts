import { ContractBrokenError, RegistryUnreachableError, RequestRefusedError } from '../api';
import { spellInstants } from '../time';

/** Why something is not shown, or was not done; with the next step. */
export interface Trouble {
  readonly kind: 'offline' | 'login' | 'forbidden' | 'gone' | 'refused' | 'failed';
  readonly sentence: string;
  /** The registry's code; empty when there is none. */
  readonly code: string;
}

/** What an error means for who looks at the page. */
export const explainTrouble = (error: unknown): Trouble => {
  if (error instanceof RequestRefusedError) return explainRefusal(error);
  if (error instanceof RegistryUnreachableError) {
    return { kind: 'offline', sentence: `The registry does not answer: ${error.why}`, code: error.code };
  }
  if (error instanceof ContractBrokenError) return { kind: 'failed', sentence: error.message, code: error.code };
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'failed', sentence: `This is a bug in Forkcast: please report it. ${message}`, code: '' };
};

const explainRefusal = ({ status, refusalCode: code, registryMessage }: RequestRefusedError): Trouble => {
  const sentence = spellInstants(registryMessage);
  if (status === 401) return { kind: 'login', sentence, code };
  if (status === 403) return { kind: 'forbidden', sentence, code };
  if (status === 404 && code !== 'path_unknown') return { kind: 'gone', sentence, code };
  return { kind: status >= 500 ? 'failed' : 'refused', sentence, code };
};
