import type { ResourceClient } from './facts-client';

/** A registry of which something can be asked, and nothing changed: each of these is a GET. */
export type RegistryReader = Readonly<ReturnType<typeof readerOf>>;

/** The same client without the calls that change something. Never throws. */
export const readerOf = (client: ResourceClient) => ({
  target: client.target,
  isSimulated: client.isSimulated,
  facts: client.facts,
  getService: client.getService,
  listServices: client.listServices,
  servicePage: client.servicePage,
  listDatabases: client.listDatabases,
  getUser: client.getUser,
  listPools: client.listPools,
  listIntegrations: client.listIntegrations,
  listStaticIps: client.listStaticIps,
  getTags: client.getTags,
  listBackups: client.listBackups,
  backupRegions: client.backupRegions,
  lineage: client.lineage,
  contents: client.contents,
  rows: client.rows,
  clock: client.clock,
});
