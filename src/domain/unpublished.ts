/** What a control plane may know and not tell: the vendor gives none of it by GET. */
export const unpublishedFacts = [
  'outages',
  'ended-services',
  'owner',
  'power-off-time',
  'first-backup',
  'copy-time',
  'series',
  'region-change',
  'version-change',
  'backup-in-progress',
  'recovery-point',
  'access-history',
] as const;

/** The name of a fact that is not published, and so is absent from the facts. */
export type UnpublishedFact = (typeof unpublishedFacts)[number];

/** What is missing, in words; `of` a service where it is about one. */
export const unpublishedWords: Readonly<Record<UnpublishedFact, string>> = {
  outages: 'outages of clouds, which are not published',
  'ended-services': 'services that have ended, which are not published',
  owner: 'the owner of a live service, which is not published',
  'power-off-time': 'the time of a power-off, which is not published',
  'first-backup': 'the first backup ever, which is not published',
  'copy-time': 'the time at which a backup was copied, which is not published',
  series: 'the series of a backup, which is not published',
  'region-change': 'the last change of the second backup region, which is not published',
  'version-change': 'the last change of the version, which is not published',
  'backup-in-progress': 'whether a backup is being taken, which is not published',
  'recovery-point': 'the recovery point of an existing fork, which is not published',
  'access-history': 'who could log in before, which is not published',
};
