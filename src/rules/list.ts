// Written from the files of the rules; `npm run build` renews it.
import type { Rule } from './rule';
import { invalidSourceName } from './naming/invalid-source-name';
import { invalidSourceProject } from './naming/invalid-source-project';
import { invalidServiceName } from './naming/invalid-service-name';
import { unknownServiceType } from './naming/unknown-service-type';
import { unknownSetting } from './naming/unknown-setting';
import { invalidSetting } from './naming/invalid-setting';
import { invalidTag } from './naming/invalid-tag';
import { unknownIntegrationType } from './naming/unknown-integration-type';
import { invalidMaintenanceWindow } from './naming/invalid-maintenance-window';
import { invalidContact } from './naming/invalid-contact';
import { projectWithoutSource } from './source/project-without-source';
import { oldSourceKey } from './source/old-source-key';
import { typeNotForkable } from './source/type-not-forkable';
import { sourceNotFound } from './source/not-found';
import { typeMismatch } from './source/type-mismatch';
import { noBackup } from './source/no-backup';
import { madeInSameRun } from './source/made-in-same-run';
import { emptyAtFork } from './source/empty-at-fork';
import { persistenceOff } from './source/persistence-off';
import { persistenceTurnedOff } from './source/persistence-turned-off';
import { readReplica } from './source/read-replica';
import { destroyedInSameRun } from './source/destroyed-in-same-run';
import { poweredOff } from './source/powered-off';
import { sourceTerminated } from './source/terminated';
import { notSettled } from './source/not-settled';
import { integrationsNotCopied } from './source/integrations-not-copied';
import { ssoNotCopied } from './source/sso-not-copied';
import { tagsNotCopied } from './source/tags-not-copied';
import { administratorOverridden } from './source/administrator-overridden';
import { replicaAndFork } from './source/replica-and-fork';
import { forkedInSameRun } from './source/forked-in-same-run';
import { notOrdered } from './source/not-ordered';
import { replicaNotAFork } from './source/replica-not-a-fork';
import { replicaTypeMismatch } from './source/replica-type-mismatch';
import { circle } from './source/circle';
import { replicaVersionDiffers } from './source/replica-version-differs';
import { upgradedInSameRun } from './source/upgraded-in-same-run';
import { otherOrganization } from './project/other-organization';
import { sourceInOtherProject } from './project/source-in-other-project';
import { redundantSourceProject } from './project/redundant-source-project';
import { nameTaken } from './project/name-taken';
import { selfFork } from './project/self-fork';
import { duplicateName } from './project/duplicate-name';
import { unknownProject } from './project/unknown-project';
import { secondFreeService } from './project/second-free-service';
import { policyNamesNothing } from './project/policy-names-nothing';
import { projectDestroyedInSameRun } from './project/destroyed-in-same-run';
import { forkOutlivesPolicy } from './project/fork-outlives-policy';
import { targetTimeInvalid } from './recovery/target-time-invalid';
import { targetTimeWithoutSource } from './recovery/target-time-without-source';
import { targetTimeUnsupported } from './recovery/target-time-unsupported';
import { backupNameInvalid } from './recovery/backup-name-invalid';
import { backupNameWithoutSource } from './recovery/backup-name-without-source';
import { targetTimeWithoutZone } from './recovery/target-time-without-zone';
import { targetTimeInFuture } from './recovery/target-time-in-future';
import { targetTimeBeforeWindow } from './recovery/target-time-before-window';
import { targetTimeAfterWindow } from './recovery/target-time-after-window';
import { targetTimeBeyondRetention } from './recovery/target-time-beyond-retention';
import { backupNotListed } from './recovery/backup-not-listed';
import { noRecoveryPoint } from './recovery/no-recovery-point';
import { targetTimeChangesEveryRun } from './recovery/target-time-changes-every-run';
import { clickhousePointInTime } from './recovery/clickhouse-point-in-time';
import { secondaryCloudMismatch } from './recovery/secondary-cloud-mismatch';
import { secondaryPlanMismatch } from './recovery/secondary-plan-mismatch';
import { secondaryPointUnavailable } from './recovery/secondary-point-unavailable';
import { locationWithoutSource } from './recovery/location-without-source';
import { deletedComesBack } from './recovery/deleted-comes-back';
import { twoRecoveryPoints } from './recovery/two-recovery-points';
import { lossNotSurvived } from './recovery/loss-not-survived';
import { lossExceedsPolicy } from './recovery/loss-exceeds-policy';
import { planUnknown } from './sizing/plan-unknown';
import { planNotInCloud } from './sizing/plan-not-in-cloud';
import { fewerNodesThanSource } from './sizing/fewer-nodes-than-source';
import { fewerNodesLosesAvailability } from './sizing/fewer-nodes-loses-availability';
import { tierNotAForkTarget } from './sizing/tier-not-a-fork-target';
import { sourceTierNotForkable } from './sizing/source-tier-not-forkable';
import { freePlanCloudChoice } from './sizing/free-plan-cloud-choice';
import { diskBelowData } from './sizing/disk-below-data';
import { additionalDiskNotCopied } from './sizing/additional-disk-not-copied';
import { diskNotOrderable } from './sizing/disk-not-orderable';
import { diskOnCustomPlan } from './sizing/disk-on-custom-plan';
import { versionDiffers } from './sizing/version-differs';
import { sourceVersionEnding } from './sizing/source-version-ending';
import { variantDiffers } from './sizing/variant-differs';
import { memoryBelowData } from './sizing/memory-below-data';
import { addsCost } from './sizing/adds-cost';
import { diskBelowLiveData } from './sizing/disk-below-live-data';
import { fewerNodesThanLive } from './sizing/fewer-nodes-than-live';
import { versionOlderThanSource } from './sizing/version-older-than-source';
import { planMissing } from './sizing/plan-missing';
import { replicaDiskBelowData } from './sizing/replica-disk-below-data';
import { planOutsidePolicy } from './sizing/plan-outside-policy';
import { windowTooShort } from './sizing/window-too-short';
import { backupRegionInvalid } from './placement/backup-region-invalid';
import { cloudUnknown } from './placement/cloud-unknown';
import { backupRegionOtherProvider } from './placement/backup-region-other-provider';
import { backupRegionSameCloud } from './placement/backup-region-same-cloud';
import { backupRegionChangedRecently } from './placement/backup-region-changed-recently';
import { backupRegionUnsupported } from './placement/backup-region-unsupported';
import { backupRegionLimited } from './placement/backup-region-limited';
import { backupsStayBehind } from './placement/backups-stay-behind';
import { geoRegionCrossed } from './placement/geo-region-crossed';
import { vpcNotFitting } from './placement/vpc-not-fitting';
import { staticIpUnusable } from './placement/static-ip-unusable';
import { cloudDown } from './placement/cloud-down';
import { backupLocationDown } from './placement/backup-location-down';
import { backupRegionUnknown } from './placement/backup-region-unknown';
import { ipFilterOpened } from './placement/ip-filter-opened';
import { networkNotSimulated } from './placement/network-not-simulated';
import { outsidePolicy } from './placement/outside-policy';
import { forkKeyChanged } from './lifecycle/fork-key-changed';
import { forkKeysAdded } from './lifecycle/fork-keys-added';
import { replacedWithSource } from './lifecycle/replaced-with-source';
import { replacementProtected } from './lifecycle/replacement-protected';
import { restoreChanged } from './lifecycle/restore-changed';
import { createTimeoutTooShort } from './lifecycle/create-timeout-too-short';
import { notMadeHere } from './lifecycle/not-made-here';
import { destroyedAndRemade } from './lifecycle/destroyed-and-remade';
import { versionNotReachable } from './lifecycle/version-not-reachable';
import { settingFixed } from './lifecycle/setting-fixed';
import { destroyedAndCreated } from './lifecycle/destroyed-and-created';
import { madeBeforeDestroyed } from './lifecycle/made-before-destroyed';
import { powerOffLosesData } from './lifecycle/power-off-loses-data';
import { madeByOtherBackend } from './lifecycle/made-by-other-backend';
import { createdBeforeDestroyed } from './lifecycle/created-before-destroyed';
import { endedElsewhere } from './lifecycle/ended-elsewhere';
import { removedWhenOff } from './lifecycle/removed-when-off';
import { madeAgain } from './lifecycle/made-again';
import { replicaLosesSource } from './lifecycle/replica-loses-source';
import { upgradeEndsBackups } from './lifecycle/upgrade-ends-backups';
import { retentionEndsBackups } from './lifecycle/retention-ends-backups';

/** Every rule, by group and number. */
export const allRules: readonly Rule[] = [
  invalidSourceName,
  invalidSourceProject,
  invalidServiceName,
  unknownServiceType,
  unknownSetting,
  invalidSetting,
  invalidTag,
  unknownIntegrationType,
  invalidMaintenanceWindow,
  invalidContact,
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
  readReplica,
  destroyedInSameRun,
  poweredOff,
  sourceTerminated,
  notSettled,
  integrationsNotCopied,
  ssoNotCopied,
  tagsNotCopied,
  administratorOverridden,
  replicaAndFork,
  forkedInSameRun,
  notOrdered,
  replicaNotAFork,
  replicaTypeMismatch,
  circle,
  replicaVersionDiffers,
  upgradedInSameRun,
  otherOrganization,
  sourceInOtherProject,
  redundantSourceProject,
  nameTaken,
  selfFork,
  duplicateName,
  unknownProject,
  secondFreeService,
  policyNamesNothing,
  projectDestroyedInSameRun,
  forkOutlivesPolicy,
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
  targetTimeChangesEveryRun,
  clickhousePointInTime,
  secondaryCloudMismatch,
  secondaryPlanMismatch,
  secondaryPointUnavailable,
  locationWithoutSource,
  deletedComesBack,
  twoRecoveryPoints,
  lossNotSurvived,
  lossExceedsPolicy,
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
  sourceVersionEnding,
  variantDiffers,
  memoryBelowData,
  addsCost,
  diskBelowLiveData,
  fewerNodesThanLive,
  versionOlderThanSource,
  planMissing,
  replicaDiskBelowData,
  planOutsidePolicy,
  windowTooShort,
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
  cloudDown,
  backupLocationDown,
  backupRegionUnknown,
  ipFilterOpened,
  networkNotSimulated,
  outsidePolicy,
  forkKeyChanged,
  forkKeysAdded,
  replacedWithSource,
  replacementProtected,
  restoreChanged,
  createTimeoutTooShort,
  notMadeHere,
  destroyedAndRemade,
  versionNotReachable,
  settingFixed,
  destroyedAndCreated,
  madeBeforeDestroyed,
  powerOffLosesData,
  madeByOtherBackend,
  createdBeforeDestroyed,
  endedElsewhere,
  removedWhenOff,
  madeAgain,
  replicaLosesSource,
  upgradeEndsBackups,
  retentionEndsBackups,
];
