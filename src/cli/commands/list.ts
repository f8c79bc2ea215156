import type { CommandDefinition } from '../command';
import { database } from '../members/database';
import { endpoint } from '../members/endpoint';
import { integration } from '../members/integration';
import { defineCommands } from '../members/member';
import { pool } from '../members/pool';
import { user } from '../members/user';
import { check } from './check';
import { cloudList } from './cloud-list';
import { completion } from './completion';
import { consoleCommand } from './console';
import { explain } from './explain';
import { importBlocks } from './import-blocks';
import { providerInstall, providerUninstall } from './provider-install';
import { registryAdvance } from './registry-advance';
import { registryBackup } from './registry-backup';
import { registryClock } from './registry-clock';
import { registryDigest } from './registry-digest';
import { registryFaultClear, registryFaultSet, registryFaultShow } from './registry-fault';
import { registryInit } from './registry-init';
import { registryOutage } from './registry-outage';
import { registryPauseCopies } from './registry-pause-copies';
import { registryRead } from './registry-read';
import { registryReset } from './registry-reset';
import { registrySeed } from './registry-seed';
import { registryServe } from './registry-serve';
import { registrySnapshot } from './registry-snapshot';
import { registryStatus } from './registry-status';
import { registryTokenCreate } from './registry-token-create';
import { registryTokenList, registryTokenRevoke } from './registry-token';
import { registryVerify } from './registry-verify';
import { registryWrite } from './registry-write';
import { registryGenerate } from './registry-generate';
import { recover } from './recover';
import { review } from './review';
import { serviceAdopt } from './service-adopt';
import { serviceBackupList } from './service-backup-list';
import { serviceBackupRegions } from './service-backup-regions';
import { serviceCreate } from './service-create';
import { serviceCredentialsReset } from './service-credentials-reset';
import { serviceEnded } from './service-ended';
import { serviceHistory } from './service-history';
import { serviceForkPreview } from './service-fork-preview';
import { serviceForkRestore } from './service-fork-restore';
import { serviceGet } from './service-get';
import { serviceLineage } from './service-lineage';
import { serviceList } from './service-list';
import { serviceLogs } from './service-logs';
import { serviceManifest } from './service-manifest';
import { serviceMetrics } from './service-metrics';
import { servicePlans } from './service-plans';
import { serviceRelease } from './service-release';
import { serviceRename } from './service-rename';
import { serviceTakeover } from './service-takeover';
import { serviceTagsList, serviceTagsUpdate, serviceTagsReplace } from './service-tags';
import { serviceTaskCreate, serviceTaskGet } from './service-task';
import { serviceTerminate } from './service-terminate';
import { serviceTypesList } from './service-types';
import { serviceUpdate } from './service-update';
import { serviceWait } from './service-wait';

/** The first words that gather commands, in the order of the help. */
export const groups: readonly { readonly name: string; readonly summary: string }[] = [
  { name: 'registry', summary: 'make and steer a simulated registry: its clock, its data, its faults' },
  { name: 'registry token', summary: 'who may use a registry that is served' },
  { name: 'registry fault', summary: 'put faults into the answers of a registry that is served' },
  { name: 'service', summary: 'create, fork, change and look at services' },
  { name: 'service tags', summary: 'the tags of a service' },
  { name: 'cloud', summary: 'look at cloud regions' },
  { name: 'provider', summary: 'let Terraform find the Forkcast provider' },
];

/** Every command, in the order of the help. A command that is not listed here does not exist. */
export const commands: readonly CommandDefinition[] = [
  registryInit,
  registryStatus,
  registrySeed,
  registryReset,
  registryAdvance,
  registryClock,
  registryWrite,
  registryGenerate,
  registryRead,
  registryDigest,
  registryOutage,
  registryPauseCopies,
  registrySnapshot,
  registryBackup,
  registryVerify,
  registryServe,
  registryTokenCreate,
  registryTokenList,
  registryTokenRevoke,
  registryFaultShow,
  registryFaultSet,
  registryFaultClear,
  serviceForkRestore,
  serviceForkPreview,
  serviceRename,
  serviceCreate,
  serviceGet,
  serviceList,
  serviceUpdate,
  serviceTerminate,
  serviceAdopt,
  serviceRelease,
  serviceWait,
  serviceBackupList,
  serviceBackupRegions,
  serviceLineage,
  serviceEnded,
  serviceHistory,
  serviceManifest,
  serviceTagsList,
  serviceTagsUpdate,
  serviceTagsReplace,
  serviceLogs,
  serviceMetrics,
  serviceTakeover,
  serviceTaskCreate,
  serviceTaskGet,
  ...defineCommands(database),
  ...defineCommands(user),
  serviceCredentialsReset,
  ...defineCommands(pool),
  ...defineCommands(integration),
  ...defineCommands(endpoint),
  serviceTypesList,
  servicePlans,
  cloudList,
  consoleCommand,
  check,
  review,
  recover,
  explain,
  importBlocks,
  providerInstall,
  providerUninstall,
  completion,
];
