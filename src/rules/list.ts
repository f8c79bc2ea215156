import { replicaTypeMismatch } from './source/replica-type-mismatch';
import { madeAgain } from './lifecycle/made-again';
import { removedWhenOff } from './lifecycle/removed-when-off';
import { powerOffLosesData } from './lifecycle/power-off-loses-data';
import { settingFixed } from './lifecycle/setting-fixed';
import { versionNotReachable } from './lifecycle/version-not-reachable';
import { ipFilterOpened } from './placement/ip-filter-opened';
import { diskBelowLiveData } from './sizing/disk-below-live-data';
import { fewerNodesThanLive } from './sizing/fewer-nodes-than-live';
import { restoreChanged } from './lifecycle/restore-changed';
import { createTimeoutTooShort } from './lifecycle/create-timeout-too-short';
import { forkKeyChanged } from './lifecycle/fork-key-changed';
import { forkKeysAdded } from './lifecycle/fork-keys-added';
import { createdBeforeDestroyed } from './lifecycle/created-before-destroyed';
import { endedElsewhere } from './lifecycle/ended-elsewhere';
import { madeByOtherBackend } from './lifecycle/made-by-other-backend';
import { notMadeHere } from './lifecycle/not-made-here';
import { replacementProtected } from './lifecycle/replacement-protected';
import { invalidServiceName } from './naming/invalid-service-name';
import { invalidSetting } from './naming/invalid-setting';
import { invalidSourceName } from './naming/invalid-source-name';
import { invalidSourceProject } from './naming/invalid-source-project';
import { invalidTag } from './naming/invalid-tag';
import { unknownServiceType } from './naming/unknown-service-type';
import { unknownSetting } from './naming/unknown-setting';
import { backupLocationDown } from './placement/backup-location-down';
import { backupRegionChangedRecently } from './placement/backup-region-changed-recently';
import { backupRegionInvalid } from './placement/backup-region-invalid';
import { backupRegionOtherProvider } from './placement/backup-region-other-provider';
import { backupRegionSameCloud } from './placement/backup-region-same-cloud';
import { backupRegionUnknown } from './placement/backup-region-unknown';
import { backupRegionUnsupported } from './placement/backup-region-unsupported';
import { backupsStayBehind } from './placement/backups-stay-behind';
import { cloudDown } from './placement/cloud-down';
import { cloudUnknown } from './placement/cloud-unknown';
import { geoRegionCrossed } from './placement/geo-region-crossed';
import { duplicateName } from './project/duplicate-name';
import { nameTaken } from './project/name-taken';
import { otherOrganization } from './project/other-organization';
import { redundantSourceProject } from './project/redundant-source-project';
import { secondFreeService } from './project/second-free-service';
import { selfFork } from './project/self-fork';
import { sourceInOtherProject } from './project/source-in-other-project';
import { unknownProject } from './project/unknown-project';
import { backupNameInvalid } from './recovery/backup-name-invalid';
import { backupNameWithoutSource } from './recovery/backup-name-without-source';
import { backupNotListed } from './recovery/backup-not-listed';
import { clickhousePointInTime } from './recovery/clickhouse-point-in-time';
import { deletedComesBack } from './recovery/deleted-comes-back';
import { locationWithoutSource } from './recovery/location-without-source';
import { noRecoveryPoint } from './recovery/no-recovery-point';
import { secondaryCloudMismatch } from './recovery/secondary-cloud-mismatch';
import { secondaryPlanMismatch } from './recovery/secondary-plan-mismatch';
import { secondaryPointUnavailable } from './recovery/secondary-point-unavailable';
import { targetTimeAfterWindow } from './recovery/target-time-after-window';
import { targetTimeBeforeWindow } from './recovery/target-time-before-window';
import { targetTimeBeyondRetention } from './recovery/target-time-beyond-retention';
import { targetTimeChangesEveryRun } from './recovery/target-time-changes-every-run';
import { targetTimeInFuture } from './recovery/target-time-in-future';
import { targetTimeInvalid } from './recovery/target-time-invalid';
import { targetTimeUnsupported } from './recovery/target-time-unsupported';
import { targetTimeWithoutSource } from './recovery/target-time-without-source';
import { targetTimeWithoutZone } from './recovery/target-time-without-zone';
import { twoRecoveryPoints } from './recovery/two-recovery-points';
import { persistenceTurnedOff } from './source/persistence-turned-off';
import { circle } from './source/circle';
import { destroyedInSameRun } from './source/destroyed-in-same-run';
import { notSettled } from './source/not-settled';
import { tagsNotCopied } from './source/tags-not-copied';
import { administratorOverridden } from './source/administrator-overridden';
import { additionalDiskNotCopied } from './sizing/additional-disk-not-copied';
import { diskOnCustomPlan } from './sizing/disk-on-custom-plan';
import { sourceVersionEnding } from './sizing/source-version-ending';
import { memoryBelowData } from './sizing/memory-below-data';
import { addsCost } from './sizing/adds-cost';
import { backupRegionLimited } from './placement/backup-region-limited';
import { vpcNotFitting } from './placement/vpc-not-fitting';
import { networkNotSimulated } from './placement/network-not-simulated';
import { staticIpUnusable } from './placement/static-ip-unusable';
import { replacedWithSource } from './lifecycle/replaced-with-source';
import { destroyedAndCreated } from './lifecycle/destroyed-and-created';
import { madeBeforeDestroyed } from './lifecycle/made-before-destroyed';
import { destroyedAndRemade } from './lifecycle/destroyed-and-remade';
import type { Rule } from './rule';
import { diskBelowData } from './sizing/disk-below-data';
import { diskNotOrderable } from './sizing/disk-not-orderable';
import { fewerNodesLosesAvailability } from './sizing/fewer-nodes-loses-availability';
import { fewerNodesThanSource } from './sizing/fewer-nodes-than-source';
import { freePlanCloudChoice } from './sizing/free-plan-cloud-choice';
import { planNotInCloud } from './sizing/plan-not-in-cloud';
import { planMissing } from './sizing/plan-missing';
import { planUnknown } from './sizing/plan-unknown';
import { sourceTierNotForkable } from './sizing/source-tier-not-forkable';
import { tierNotAForkTarget } from './sizing/tier-not-a-fork-target';
import { variantDiffers } from './sizing/variant-differs';
import { versionDiffers } from './sizing/version-differs';
import { versionOlderThanSource } from './sizing/version-older-than-source';
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
import { replicaNotAFork } from './source/replica-not-a-fork';
import { ssoNotCopied } from './source/sso-not-copied';
import { sourceTerminated } from './source/terminated';
import { typeMismatch } from './source/type-mismatch';
import { typeNotForkable } from './source/type-not-forkable';

/** Every rule, by group. A rule that is not listed here does not run. */
export const allRules: readonly Rule[] = [
  // naming
  invalidSetting,
  invalidSourceName,
  invalidSourceProject,
  invalidServiceName,
  invalidTag,
  unknownServiceType,
  unknownSetting,
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
  persistenceTurnedOff,
  circle,
  destroyedInSameRun,
  readReplica,
  poweredOff,
  sourceTerminated,
  notSettled,
  integrationsNotCopied,
  ssoNotCopied,
  tagsNotCopied,
  administratorOverridden,
  replicaAndFork,
  replicaNotAFork,
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
  targetTimeInvalid,
  targetTimeWithoutSource,
  targetTimeUnsupported,
  backupNameInvalid,
  backupNameWithoutSource,
  targetTimeWithoutZone,
  targetTimeInFuture,
  targetTimeBeforeWindow,
  targetTimeAfterWindow,
  targetTimeBeyondRetention,
  backupNotListed,
  noRecoveryPoint,
  deletedComesBack,
  twoRecoveryPoints,
  targetTimeChangesEveryRun,
  clickhousePointInTime,
  secondaryCloudMismatch,
  secondaryPlanMismatch,
  secondaryPointUnavailable,
  locationWithoutSource,
  // sizing
  planMissing,
  planUnknown,
  planNotInCloud,
  fewerNodesThanSource,
  fewerNodesLosesAvailability,
  tierNotAForkTarget,
  sourceTierNotForkable,
  freePlanCloudChoice,
  diskBelowData,
  additionalDiskNotCopied,
  diskNotOrderable,
  diskOnCustomPlan,
  versionDiffers,
  versionOlderThanSource,
  sourceVersionEnding,
  variantDiffers,
  memoryBelowData,
  addsCost,
  diskBelowLiveData,
  fewerNodesThanLive,
  // placement
  backupRegionInvalid,
  cloudUnknown,
  backupRegionOtherProvider,
  backupRegionSameCloud,
  backupRegionChangedRecently,
  backupRegionUnsupported,
  backupRegionLimited,
  backupsStayBehind,
  geoRegionCrossed,
  vpcNotFitting,
  staticIpUnusable,
  networkNotSimulated,
  cloudDown,
  backupLocationDown,
  backupRegionUnknown,
  ipFilterOpened,
  // lifecycle
  forkKeyChanged,
  forkKeysAdded,
  replacedWithSource,
  replacementProtected,
  restoreChanged,
  createTimeoutTooShort,
  notMadeHere,
  destroyedAndCreated,
  madeByOtherBackend,
  createdBeforeDestroyed,
  endedElsewhere,
  destroyedAndRemade,
  madeBeforeDestroyed,
  settingFixed,
  versionNotReachable,
  powerOffLosesData,
  removedWhenOff,
  madeAgain,
  replicaTypeMismatch,
];
