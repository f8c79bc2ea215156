import { ContractBrokenError, RegistryUnreachableError, RequestRefusedError, type ServiceBody } from '../api';
import type { ServiceId } from '../domain';
import type { EnginePorts } from './ports';

/** The request may have been carried out although it failed: the answer was lost, or could not be read. */
export const isUncertain = (
  error: unknown,
): error is RegistryUnreachableError | ContractBrokenError | RequestRefusedError =>
  error instanceof RegistryUnreachableError ||
  error instanceof ContractBrokenError ||
  (error instanceof RequestRefusedError && error.status >= 500);

const attemptsMax = 4;
const pauseMs = 250;

/** Reads a service after a request whose end is not known, a few times should the registry still not answer. @throws the last error */
export const readAgain = async (ports: EnginePorts, id: ServiceId): Promise<ServiceBody | undefined> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ports.client.getService(id.project, id.service);
    } catch (error) {
      if (!isUncertain(error) || attempt === attemptsMax || ports.signal?.aborted === true) throw error;
    }
    await ports.sleep(pauseMs * attempt);
  }
};
