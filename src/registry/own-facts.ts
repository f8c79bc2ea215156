import type { BackupFacts, BackupRegionFacts, Facts, ServiceFacts } from '../domain';

/** A backup of a service that the registry makes up itself: what another control plane may leave unsaid, it knows. */
export type OwnBackup = Omit<Required<BackupFacts>, 'copy'> & {
  readonly copy?: Required<NonNullable<BackupFacts['copy']>>;
};

/** The second backup region of a service of its own. */
export type OwnRegion = BackupRegionFacts & Required<Pick<BackupRegionFacts, 'changedAt' | 'lagSeconds'>>;

/** What it knows of a service of its own; what came and went is for the rules alone. */
export type OwnFacts = Omit<Required<ServiceFacts>, 'access' | 'contents' | 'backups' | 'backupRegion'> & {
  readonly backups: readonly OwnBackup[];
  readonly backupRegion: OwnRegion;
};

/** All that it knows. */
export type OwnAccount = Facts & Required<Pick<Facts, 'terminated' | 'outages'>>;
