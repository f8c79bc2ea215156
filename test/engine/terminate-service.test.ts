import { RegistryUnreachableError } from '../../src/api';
import { applyService, terminateService } from '../../src/engine';
import { aResource, FakeRegistry, type FakeRegistryOptions, portsOf } from './fake-registry';

const id = { project: 'demo', service: 'pg-fork' };
const own = { claim: undefined, stack: 'demo-stack' };

const withFork = async (options: FakeRegistryOptions = {}): Promise<FakeRegistry> => {
  const registry = new FakeRegistry(options);
  await applyService(portsOf(registry), aResource());
  return registry;
};

test('a service is terminated, and a second time it is gone already', async () => {
  const registry = await withFork();
  await expect(terminateService(portsOf(registry), id, own)).resolves.toEqual({
    kind: 'terminated',
  });
  await expect(terminateService(portsOf(registry), id, own)).resolves.toEqual({ kind: 'absent' });
});

test('a stack that was refused a taken name leaves the owner’s service alone', async () => {
  const registry = await withFork();
  await expect(terminateService(portsOf(registry), id, { claim: undefined, stack: 'other' })).resolves.toEqual({
    kind: 'left',
    holder: 'was made outside of Terraform, or before there were owners, and is held by nobody',
  });
  registry.put('demo', { service_name: 'by-hand' });
  const byHand = { project: 'demo', service: 'by-hand' };
  await expect(terminateService(portsOf(registry), byHand, { claim: undefined, stack: 'other' })).resolves.toEqual({
    kind: 'left',
    holder: 'was made outside of Terraform, or before there were owners, and is held by nobody',
  });
  expect(registry.services.size).toBe(2);
});

test('termination protection refuses, and the service stays', async () => {
  const registry = new FakeRegistry();
  await applyService(portsOf(registry), aResource({ termination_protection: true }));
  await expect(terminateService(portsOf(registry), id, own)).rejects.toMatchObject({
    refusalCode: 'termination_protected',
  });
});

test('a lost answer counts as carried out when the service is gone', async () => {
  const registry = await withFork({ faults: [{ on: 'deleteService', kind: 'answer-lost' }] });
  await expect(terminateService(portsOf(registry), id, own)).resolves.toEqual({ kind: 'terminated' });
});

test('a request that never arrived fails', async () => {
  const registry = await withFork({ faults: [{ on: 'deleteService', kind: 'never-arrives' }] });
  await expect(terminateService(portsOf(registry), id, own)).rejects.toThrow(RegistryUnreachableError);
});
