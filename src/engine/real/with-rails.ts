import { once } from '../../domain';
import type { RegistryClient } from '../../api';
import type { RealPorts } from './real-account';
import { realCalls } from './real-calls';
import type { RealTerms } from './terms';

/**
 * The same client, which makes, changes and ends forks at a real account too, as far as the terms go. At a simulator nothing is different.
 * Whatever else is asked for at a real account, the transport refuses.
 */
export const withRails = <Client extends RegistryClient>(
  client: Client,
  terms: RealTerms,
  ports: RealPorts,
): Client => {
  const real = once(() => realCalls(client, terms, ports));
  const calls = async () => ((await client.isSimulated()) ? client : real());
  return {
    ...client,
    createService: async (...given: Parameters<RegistryClient['createService']>) =>
      (await calls()).createService(...given),
    getService: async (...given: Parameters<RegistryClient['getService']>) => (await calls()).getService(...given),
    listServices: async (...given: Parameters<RegistryClient['listServices']>) =>
      (await calls()).listServices(...given),
    updateService: async (...given: Parameters<RegistryClient['updateService']>) =>
      (await calls()).updateService(...given),
    deleteService: async (...given: Parameters<RegistryClient['deleteService']>) =>
      (await calls()).deleteService(...given),
    replaceTags: async (...given: Parameters<RegistryClient['replaceTags']>) => (await calls()).replaceTags(...given),
    changeOwner: async (...given: Parameters<RegistryClient['changeOwner']>) => (await calls()).changeOwner(...given),
  };
};
