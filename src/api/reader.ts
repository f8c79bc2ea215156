import type { ResourceClient } from './facts-client';

/** A registry of which something can be asked, and nothing changed: each of these is a GET. */
export type RegistryReader = Readonly<ReturnType<typeof readerOf>>;

/** The same client without the calls that change something. Never throws. */
export const readerOf = ({
  target,
  isSimulated,
  facts,
  getService,
  listServices,
  servicePage,
  listDatabases,
  getUser,
  listPools,
  listIntegrations,
  listStaticIps,
  getTags,
  listBackups,
  backupRegions,
  lineage,
  contents,
  rows,
  clock,
}: ResourceClient) => ({
  target,
  isSimulated,
  facts,
  getService,
  listServices,
  servicePage,
  listDatabases,
  getUser,
  listPools,
  listIntegrations,
  listStaticIps,
  getTags,
  listBackups,
  backupRegions,
  lineage,
  contents,
  rows,
  clock,
});
