// Written from the files of the rules; `npm run build` renews it.
import type { RuleExamples } from './example';
import { examples as invalidSourceName } from './naming/invalid-source-name.examples';
import { examples as invalidSourceProject } from './naming/invalid-source-project.examples';
import { examples as invalidServiceName } from './naming/invalid-service-name.examples';
import { examples as unknownServiceType } from './naming/unknown-service-type.examples';
import { examples as unknownSetting } from './naming/unknown-setting.examples';
import { examples as invalidSetting } from './naming/invalid-setting.examples';
import { examples as invalidTag } from './naming/invalid-tag.examples';
import { examples as unknownIntegrationType } from './naming/unknown-integration-type.examples';
import { examples as invalidMaintenanceWindow } from './naming/invalid-maintenance-window.examples';
import { examples as invalidContact } from './naming/invalid-contact.examples';
import { examples as unreachableContact } from './naming/unreachable-contact.examples';
import { examples as projectWithoutSource } from './source/project-without-source.examples';
import { examples as oldSourceKey } from './source/old-source-key.examples';
import { examples as typeNotForkable } from './source/type-not-forkable.examples';
import { examples as sourceNotFound } from './source/not-found.examples';
import { examples as typeMismatch } from './source/type-mismatch.examples';
import { examples as noBackup } from './source/no-backup.examples';
import { examples as madeInSameRun } from './source/made-in-same-run.examples';
import { examples as emptyAtFork } from './source/empty-at-fork.examples';
import { examples as persistenceOff } from './source/persistence-off.examples';
import { examples as persistenceTurnedOff } from './source/persistence-turned-off.examples';
import { examples as readReplica } from './source/read-replica.examples';
import { examples as destroyedInSameRun } from './source/destroyed-in-same-run.examples';
import { examples as poweredOff } from './source/powered-off.examples';
import { examples as sourceTerminated } from './source/terminated.examples';
import { examples as notSettled } from './source/not-settled.examples';
import { examples as integrationsNotCopied } from './source/integrations-not-copied.examples';
import { examples as ssoNotCopied } from './source/sso-not-copied.examples';
import { examples as tagsNotCopied } from './source/tags-not-copied.examples';
import { examples as administratorOverridden } from './source/administrator-overridden.examples';
import { examples as replicaAndFork } from './source/replica-and-fork.examples';
import { examples as forkedInSameRun } from './source/forked-in-same-run.examples';
import { examples as notOrdered } from './source/not-ordered.examples';
import { examples as replicaNotAFork } from './source/replica-not-a-fork.examples';
import { examples as replicaTypeMismatch } from './source/replica-type-mismatch.examples';
import { examples as circle } from './source/circle.examples';
import { examples as replicaVersionDiffers } from './source/replica-version-differs.examples';
import { examples as upgradedInSameRun } from './source/upgraded-in-same-run.examples';
import { examples as emptySourceName } from './source/empty-source-name.examples';
import { examples as otherOrganization } from './project/other-organization.examples';
import { examples as sourceInOtherProject } from './project/source-in-other-project.examples';
import { examples as redundantSourceProject } from './project/redundant-source-project.examples';
import { examples as nameTaken } from './project/name-taken.examples';
import { examples as selfFork } from './project/self-fork.examples';
import { examples as duplicateName } from './project/duplicate-name.examples';
import { examples as unknownProject } from './project/unknown-project.examples';
import { examples as secondFreeService } from './project/second-free-service.examples';
import { examples as policyNamesNothing } from './project/policy-names-nothing.examples';
import { examples as projectDestroyedInSameRun } from './project/destroyed-in-same-run.examples';
import { examples as forkOutlivesPolicy } from './project/fork-outlives-policy.examples';
import { examples as targetTimeInvalid } from './recovery/target-time-invalid.examples';
import { examples as targetTimeWithoutSource } from './recovery/target-time-without-source.examples';
import { examples as targetTimeUnsupported } from './recovery/target-time-unsupported.examples';
import { examples as backupNameInvalid } from './recovery/backup-name-invalid.examples';
import { examples as backupNameWithoutSource } from './recovery/backup-name-without-source.examples';
import { examples as targetTimeWithoutZone } from './recovery/target-time-without-zone.examples';
import { examples as targetTimeInFuture } from './recovery/target-time-in-future.examples';
import { examples as targetTimeBeforeWindow } from './recovery/target-time-before-window.examples';
import { examples as targetTimeAfterWindow } from './recovery/target-time-after-window.examples';
import { examples as targetTimeBeyondRetention } from './recovery/target-time-beyond-retention.examples';
import { examples as backupNotListed } from './recovery/backup-not-listed.examples';
import { examples as noRecoveryPoint } from './recovery/no-recovery-point.examples';
import { examples as targetTimeChangesEveryRun } from './recovery/target-time-changes-every-run.examples';
import { examples as clickhousePointInTime } from './recovery/clickhouse-point-in-time.examples';
import { examples as secondaryCloudMismatch } from './recovery/secondary-cloud-mismatch.examples';
import { examples as secondaryPlanMismatch } from './recovery/secondary-plan-mismatch.examples';
import { examples as secondaryPointUnavailable } from './recovery/secondary-point-unavailable.examples';
import { examples as locationWithoutSource } from './recovery/location-without-source.examples';
import { examples as deletedComesBack } from './recovery/deleted-comes-back.examples';
import { examples as twoRecoveryPoints } from './recovery/two-recovery-points.examples';
import { examples as lossNotSurvived } from './recovery/loss-not-survived.examples';
import { examples as lossExceedsPolicy } from './recovery/loss-exceeds-policy.examples';
import { examples as planUnknown } from './sizing/plan-unknown.examples';
import { examples as planNotInCloud } from './sizing/plan-not-in-cloud.examples';
import { examples as fewerNodesThanSource } from './sizing/fewer-nodes-than-source.examples';
import { examples as fewerNodesLosesAvailability } from './sizing/fewer-nodes-loses-availability.examples';
import { examples as tierNotAForkTarget } from './sizing/tier-not-a-fork-target.examples';
import { examples as sourceTierNotForkable } from './sizing/source-tier-not-forkable.examples';
import { examples as freePlanCloudChoice } from './sizing/free-plan-cloud-choice.examples';
import { examples as diskBelowData } from './sizing/disk-below-data.examples';
import { examples as additionalDiskNotCopied } from './sizing/additional-disk-not-copied.examples';
import { examples as diskNotOrderable } from './sizing/disk-not-orderable.examples';
import { examples as diskOnCustomPlan } from './sizing/disk-on-custom-plan.examples';
import { examples as versionDiffers } from './sizing/version-differs.examples';
import { examples as sourceVersionEnding } from './sizing/source-version-ending.examples';
import { examples as variantDiffers } from './sizing/variant-differs.examples';
import { examples as memoryBelowData } from './sizing/memory-below-data.examples';
import { examples as addsCost } from './sizing/adds-cost.examples';
import { examples as diskBelowLiveData } from './sizing/disk-below-live-data.examples';
import { examples as fewerNodesThanLive } from './sizing/fewer-nodes-than-live.examples';
import { examples as versionOlderThanSource } from './sizing/version-older-than-source.examples';
import { examples as planMissing } from './sizing/plan-missing.examples';
import { examples as replicaDiskBelowData } from './sizing/replica-disk-below-data.examples';
import { examples as planOutsidePolicy } from './sizing/plan-outside-policy.examples';
import { examples as windowTooShort } from './sizing/window-too-short.examples';
import { examples as backupRegionInvalid } from './placement/backup-region-invalid.examples';
import { examples as cloudUnknown } from './placement/cloud-unknown.examples';
import { examples as backupRegionOtherProvider } from './placement/backup-region-other-provider.examples';
import { examples as backupRegionSameCloud } from './placement/backup-region-same-cloud.examples';
import { examples as backupRegionChangedRecently } from './placement/backup-region-changed-recently.examples';
import { examples as backupRegionUnsupported } from './placement/backup-region-unsupported.examples';
import { examples as backupRegionLimited } from './placement/backup-region-limited.examples';
import { examples as backupsStayBehind } from './placement/backups-stay-behind.examples';
import { examples as geoRegionCrossed } from './placement/geo-region-crossed.examples';
import { examples as vpcNotFitting } from './placement/vpc-not-fitting.examples';
import { examples as staticIpUnusable } from './placement/static-ip-unusable.examples';
import { examples as cloudDown } from './placement/cloud-down.examples';
import { examples as backupLocationDown } from './placement/backup-location-down.examples';
import { examples as backupRegionUnknown } from './placement/backup-region-unknown.examples';
import { examples as ipFilterOpened } from './placement/ip-filter-opened.examples';
import { examples as networkNotSimulated } from './placement/network-not-simulated.examples';
import { examples as outsidePolicy } from './placement/outside-policy.examples';
import { examples as forkKeyChanged } from './lifecycle/fork-key-changed.examples';
import { examples as forkKeysAdded } from './lifecycle/fork-keys-added.examples';
import { examples as replacedWithSource } from './lifecycle/replaced-with-source.examples';
import { examples as replacementProtected } from './lifecycle/replacement-protected.examples';
import { examples as restoreChanged } from './lifecycle/restore-changed.examples';
import { examples as createTimeoutTooShort } from './lifecycle/create-timeout-too-short.examples';
import { examples as notMadeHere } from './lifecycle/not-made-here.examples';
import { examples as destroyedAndRemade } from './lifecycle/destroyed-and-remade.examples';
import { examples as versionNotReachable } from './lifecycle/version-not-reachable.examples';
import { examples as settingFixed } from './lifecycle/setting-fixed.examples';
import { examples as destroyedAndCreated } from './lifecycle/destroyed-and-created.examples';
import { examples as madeBeforeDestroyed } from './lifecycle/made-before-destroyed.examples';
import { examples as powerOffLosesData } from './lifecycle/power-off-loses-data.examples';
import { examples as madeByOtherBackend } from './lifecycle/made-by-other-backend.examples';
import { examples as createdBeforeDestroyed } from './lifecycle/created-before-destroyed.examples';
import { examples as endedElsewhere } from './lifecycle/ended-elsewhere.examples';
import { examples as removedWhenOff } from './lifecycle/removed-when-off.examples';
import { examples as madeAgain } from './lifecycle/made-again.examples';
import { examples as replicaLosesSource } from './lifecycle/replica-loses-source.examples';
import { examples as upgradeEndsBackups } from './lifecycle/upgrade-ends-backups.examples';
import { examples as retentionEndsBackups } from './lifecycle/retention-ends-backups.examples';

/** The examples of every rule, by its id. They are its tests and its page, and no part of the package. */
export const examplesByRule: Readonly<Record<string, RuleExamples>> = {
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
};
