import type { RuleExamples } from './example';
import { examples as backupNameChanged } from './lifecycle/backup-name-changed.examples';
import { examples as createTimeoutTooShort } from './lifecycle/create-timeout-too-short.examples';
import { examples as forkKeyChanged } from './lifecycle/fork-key-changed.examples';
import { examples as forkKeysAdded } from './lifecycle/fork-keys-added.examples';
import { examples as replacementProtected } from './lifecycle/replacement-protected.examples';
import { examples as invalidServiceName } from './naming/invalid-service-name.examples';
import { examples as invalidSourceName } from './naming/invalid-source-name.examples';
import { examples as invalidSourceProject } from './naming/invalid-source-project.examples';
import { examples as unknownServiceType } from './naming/unknown-service-type.examples';
import { examples as duplicateName } from './project/duplicate-name.examples';
import { examples as nameTaken } from './project/name-taken.examples';
import { examples as otherOrganization } from './project/other-organization.examples';
import { examples as redundantSourceProject } from './project/redundant-source-project.examples';
import { examples as secondFreeService } from './project/second-free-service.examples';
import { examples as selfFork } from './project/self-fork.examples';
import { examples as sourceInOtherProject } from './project/source-in-other-project.examples';
import { examples as unknownProject } from './project/unknown-project.examples';
import { examples as emptyAtFork } from './source/empty-at-fork.examples';
import { examples as forkedInSameRun } from './source/forked-in-same-run.examples';
import { examples as integrationsNotCopied } from './source/integrations-not-copied.examples';
import { examples as madeInSameRun } from './source/made-in-same-run.examples';
import { examples as noBackup } from './source/no-backup.examples';
import { examples as sourceNotFound } from './source/not-found.examples';
import { examples as notOrdered } from './source/not-ordered.examples';
import { examples as oldSourceKey } from './source/old-source-key.examples';
import { examples as persistenceOff } from './source/persistence-off.examples';
import { examples as poweredOff } from './source/powered-off.examples';
import { examples as projectWithoutSource } from './source/project-without-source.examples';
import { examples as readReplica } from './source/read-replica.examples';
import { examples as replicaAndFork } from './source/replica-and-fork.examples';
import { examples as ssoNotCopied } from './source/sso-not-copied.examples';
import { examples as sourceTerminated } from './source/terminated.examples';
import { examples as typeMismatch } from './source/type-mismatch.examples';
import { examples as typeNotForkable } from './source/type-not-forkable.examples';

/** The examples of every rule, by its id: its tests, and its page. Nothing that runs loads them. */
export const examplesByRule: Readonly<Record<string, RuleExamples>> = {
  'naming/invalid-source-name': invalidSourceName,
  'naming/invalid-source-project': invalidSourceProject,
  'naming/invalid-service-name': invalidServiceName,
  'naming/unknown-service-type': unknownServiceType,
  'source/project-without-source': projectWithoutSource,
  'source/old-source-key': oldSourceKey,
  'source/type-not-forkable': typeNotForkable,
  'source/not-found': sourceNotFound,
  'source/type-mismatch': typeMismatch,
  'source/no-backup': noBackup,
  'source/made-in-same-run': madeInSameRun,
  'source/empty-at-fork': emptyAtFork,
  'source/persistence-off': persistenceOff,
  'source/read-replica': readReplica,
  'source/powered-off': poweredOff,
  'source/terminated': sourceTerminated,
  'source/integrations-not-copied': integrationsNotCopied,
  'source/sso-not-copied': ssoNotCopied,
  'source/replica-and-fork': replicaAndFork,
  'source/forked-in-same-run': forkedInSameRun,
  'source/not-ordered': notOrdered,
  'project/other-organization': otherOrganization,
  'project/source-in-other-project': sourceInOtherProject,
  'project/redundant-source-project': redundantSourceProject,
  'project/name-taken': nameTaken,
  'project/self-fork': selfFork,
  'project/duplicate-name': duplicateName,
  'project/unknown-project': unknownProject,
  'project/second-free-service': secondFreeService,
  'lifecycle/fork-key-changed': forkKeyChanged,
  'lifecycle/fork-keys-added': forkKeysAdded,
  'lifecycle/replacement-protected': replacementProtected,
  'lifecycle/backup-name-changed': backupNameChanged,
  'lifecycle/create-timeout-too-short': createTimeoutTooShort,
};
