import { backupNameChanged } from './lifecycle/backup-name-changed';
import { createTimeoutTooShort } from './lifecycle/create-timeout-too-short';
import { forkKeyChanged } from './lifecycle/fork-key-changed';
import { forkKeysAdded } from './lifecycle/fork-keys-added';
import { replacementProtected } from './lifecycle/replacement-protected';
import { invalidServiceName } from './naming/invalid-service-name';
import { invalidSourceName } from './naming/invalid-source-name';
import { invalidSourceProject } from './naming/invalid-source-project';
import { unknownServiceType } from './naming/unknown-service-type';
import { duplicateName } from './project/duplicate-name';
import { nameTaken } from './project/name-taken';
import { otherOrganization } from './project/other-organization';
import { redundantSourceProject } from './project/redundant-source-project';
import { secondFreeService } from './project/second-free-service';
import { selfFork } from './project/self-fork';
import { sourceInOtherProject } from './project/source-in-other-project';
import { unknownProject } from './project/unknown-project';
import type { Rule } from './rule';
import { emptyAtFork } from './source/empty-at-fork';
import { forkedInSameRun } from './source/forked-in-same-run';
import { integrationsNotCopied } from './source/integrations-not-copied';
import { madeInSameRun } from './source/made-in-same-run';
import { noBackup } from './source/no-backup';
import { sourceNotFound } from './source/not-found';
import { notOrdered } from './source/not-ordered';
import { oldSourceKey } from './source/old-source-key';
import { persistenceOff } from './source/persistence-off';
import { poweredOff } from './source/powered-off';
import { projectWithoutSource } from './source/project-without-source';
import { readReplica } from './source/read-replica';
import { replicaAndFork } from './source/replica-and-fork';
import { ssoNotCopied } from './source/sso-not-copied';
import { sourceTerminated } from './source/terminated';
import { typeMismatch } from './source/type-mismatch';
import { typeNotForkable } from './source/type-not-forkable';

/** Every rule, by group. A rule that is not listed here does not run. */
export const allRules: readonly Rule[] = [
  // naming
  invalidSourceName,
  invalidSourceProject,
  invalidServiceName,
  unknownServiceType,
  // source
  projectWithoutSource,
  oldSourceKey,
  typeNotForkable,
  sourceNotFound,
  typeMismatch,
  noBackup,
  madeInSameRun,
  emptyAtFork,
  persistenceOff,
  readReplica,
  poweredOff,
  sourceTerminated,
  integrationsNotCopied,
  ssoNotCopied,
  replicaAndFork,
  forkedInSameRun,
  notOrdered,
  // project
  otherOrganization,
  sourceInOtherProject,
  redundantSourceProject,
  nameTaken,
  selfFork,
  duplicateName,
  unknownProject,
  secondFreeService,
  // recovery
  // sizing
  // placement
  // lifecycle
  forkKeyChanged,
  forkKeysAdded,
  replacementProtected,
  backupNameChanged,
  createTimeoutTooShort,
];
