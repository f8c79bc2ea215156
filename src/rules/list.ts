// Written from the files of the rules; `npm run build` renews it.
import { listed, type Rule } from './rule';
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
import { unreachableContact } from './naming/unreachable-contact';
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
import { emptySourceName } from './source/empty-source-name';
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
export const allRules: readonly Rule[] = listed({
  'naming/invalid-source-name': invalidSourceName,
  'naming/invalid-source-project': invalidSourceProject,
  'naming/invalid-service-name': invalidServiceName,
  'naming/unknown-service-type': unknownServiceType,
  'naming/unknown-setting': unknownSetting,
  'naming/invalid-setting': invalidSetting,
  'naming/invalid-tag': invalidTag,
  'naming/unknown-integration-type': unknownIntegrationType,
  'naming/invalid-maintenance-window': invalidMaintenanceWindow,
  'naming/invalid-contact': invalidContact,
  'naming/unreachable-contact': unreachableContact,
  'source/project-without-source': projectWithoutSource,
  'source/old-source-key': oldSourceKey,
  'source/type-not-forkable': typeNotForkable,
  'source/not-found': sourceNotFound,
  'source/type-mismatch': typeMismatch,
  'source/no-backup': noBackup,
  'source/made-in-same-run': madeInSameRun,
  'source/empty-at-fork': emptyAtFork,
  'source/persistence-off': persistenceOff,
  'source/persistence-turned-off': persistenceTurnedOff,
  'source/read-replica': readReplica,
  'source/destroyed-in-same-run': destroyedInSameRun,
  'source/powered-off': poweredOff,
  'source/terminated': sourceTerminated,
  'source/not-settled': notSettled,
  'source/integrations-not-copied': integrationsNotCopied,
  'source/sso-not-copied': ssoNotCopied,
  'source/tags-not-copied': tagsNotCopied,
  'source/administrator-overridden': administratorOverridden,
  'source/replica-and-fork': replicaAndFork,
  'source/forked-in-same-run': forkedInSameRun,
  'source/not-ordered': notOrdered,
  'source/replica-not-a-fork': replicaNotAFork,
  'source/replica-type-mismatch': replicaTypeMismatch,
  'source/circle': circle,
  'source/replica-version-differs': replicaVersionDiffers,
  'source/upgraded-in-same-run': upgradedInSameRun,
  'source/empty-source-name': emptySourceName,
  'project/other-organization': otherOrganization,
  'project/source-in-other-project': sourceInOtherProject,
  'project/redundant-source-project': redundantSourceProject,
  'project/name-taken': nameTaken,
  'project/self-fork': selfFork,
  'project/duplicate-name': duplicateName,
  'project/unknown-project': unknownProject,
  'project/second-free-service': secondFreeService,
  'project/policy-names-nothing': policyNamesNothing,
  'project/destroyed-in-same-run': projectDestroyedInSameRun,
  'project/fork-outlives-policy': forkOutlivesPolicy,
  'recovery/target-time-invalid': targetTimeInvalid,
  'recovery/target-time-without-source': targetTimeWithoutSource,
  'recovery/target-time-unsupported': targetTimeUnsupported,
  'recovery/backup-name-invalid': backupNameInvalid,
  'recovery/backup-name-without-source': backupNameWithoutSource,
  'recovery/target-time-without-zone': targetTimeWithoutZone,
  'recovery/target-time-in-future': targetTimeInFuture,
  'recovery/target-time-before-window': targetTimeBeforeWindow,
  'recovery/target-time-after-window': targetTimeAfterWindow,
  'recovery/target-time-beyond-retention': targetTimeBeyondRetention,
  'recovery/backup-not-listed': backupNotListed,
  'recovery/no-recovery-point': noRecoveryPoint,
  'recovery/target-time-changes-every-run': targetTimeChangesEveryRun,
  'recovery/clickhouse-point-in-time': clickhousePointInTime,
  'recovery/secondary-cloud-mismatch': secondaryCloudMismatch,
  'recovery/secondary-plan-mismatch': secondaryPlanMismatch,
  'recovery/secondary-point-unavailable': secondaryPointUnavailable,
  'recovery/location-without-source': locationWithoutSource,
  'recovery/deleted-comes-back': deletedComesBack,
  'recovery/two-recovery-points': twoRecoveryPoints,
  'recovery/loss-not-survived': lossNotSurvived,
  'recovery/loss-exceeds-policy': lossExceedsPolicy,
  'sizing/plan-unknown': planUnknown,
  'sizing/plan-not-in-cloud': planNotInCloud,
  'sizing/fewer-nodes-than-source': fewerNodesThanSource,
  'sizing/fewer-nodes-loses-availability': fewerNodesLosesAvailability,
  'sizing/tier-not-a-fork-target': tierNotAForkTarget,
  'sizing/source-tier-not-forkable': sourceTierNotForkable,
  'sizing/free-plan-cloud-choice': freePlanCloudChoice,
  'sizing/disk-below-data': diskBelowData,
  'sizing/additional-disk-not-copied': additionalDiskNotCopied,
  'sizing/disk-not-orderable': diskNotOrderable,
  'sizing/disk-on-custom-plan': diskOnCustomPlan,
  'sizing/version-differs': versionDiffers,
  'sizing/source-version-ending': sourceVersionEnding,
  'sizing/variant-differs': variantDiffers,
  'sizing/memory-below-data': memoryBelowData,
  'sizing/adds-cost': addsCost,
  'sizing/disk-below-live-data': diskBelowLiveData,
  'sizing/fewer-nodes-than-live': fewerNodesThanLive,
  'sizing/version-older-than-source': versionOlderThanSource,
  'sizing/plan-missing': planMissing,
  'sizing/replica-disk-below-data': replicaDiskBelowData,
  'sizing/plan-outside-policy': planOutsidePolicy,
  'sizing/window-too-short': windowTooShort,
  'placement/backup-region-invalid': backupRegionInvalid,
  'placement/cloud-unknown': cloudUnknown,
  'placement/backup-region-other-provider': backupRegionOtherProvider,
  'placement/backup-region-same-cloud': backupRegionSameCloud,
  'placement/backup-region-changed-recently': backupRegionChangedRecently,
  'placement/backup-region-unsupported': backupRegionUnsupported,
  'placement/backup-region-limited': backupRegionLimited,
  'placement/backups-stay-behind': backupsStayBehind,
  'placement/geo-region-crossed': geoRegionCrossed,
  'placement/vpc-not-fitting': vpcNotFitting,
  'placement/static-ip-unusable': staticIpUnusable,
  'placement/cloud-down': cloudDown,
  'placement/backup-location-down': backupLocationDown,
  'placement/backup-region-unknown': backupRegionUnknown,
  'placement/ip-filter-opened': ipFilterOpened,
  'placement/network-not-simulated': networkNotSimulated,
  'placement/outside-policy': outsidePolicy,
  'lifecycle/fork-key-changed': forkKeyChanged,
  'lifecycle/fork-keys-added': forkKeysAdded,
  'lifecycle/replaced-with-source': replacedWithSource,
  'lifecycle/replacement-protected': replacementProtected,
  'lifecycle/restore-changed': restoreChanged,
  'lifecycle/create-timeout-too-short': createTimeoutTooShort,
  'lifecycle/not-made-here': notMadeHere,
  'lifecycle/destroyed-and-remade': destroyedAndRemade,
  'lifecycle/version-not-reachable': versionNotReachable,
  'lifecycle/setting-fixed': settingFixed,
  'lifecycle/destroyed-and-created': destroyedAndCreated,
  'lifecycle/made-before-destroyed': madeBeforeDestroyed,
  'lifecycle/power-off-loses-data': powerOffLosesData,
  'lifecycle/made-by-other-backend': madeByOtherBackend,
  'lifecycle/created-before-destroyed': createdBeforeDestroyed,
  'lifecycle/ended-elsewhere': endedElsewhere,
  'lifecycle/removed-when-off': removedWhenOff,
  'lifecycle/made-again': madeAgain,
  'lifecycle/replica-loses-source': replicaLosesSource,
  'lifecycle/upgrade-ends-backups': upgradeEndsBackups,
  'lifecycle/retention-ends-backups': retentionEndsBackups,
});
