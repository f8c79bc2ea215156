import type { ServiceFacts, ServiceType } from '../domain';
import { serviceKey } from '../domain';
import { writtenText } from '../planner';
import { settingOf } from './asked';
import { changedService } from './live-change';
import { typeOf } from './recovery-target';
import { sourceChangeOf } from './source-change';
import { isOrderedAfter } from './source-order';
import { sourceShape } from './source-shape';
import { orStop, orUndecided, stop } from './stop';
import type { Subject } from './subject';
import { notApplicable, undecided } from './verdict';

/** The versions of a fork and its source, as messages tell of them. */
type VersionsOfFork = Readonly<Record<'key' | 'version' | 'source' | 'title' | 'sourceVersion', string>>;

/** Undefined where the fork asks for none; the check ends where its source tells none. Inside of a `check` only. */
export const versionsOfFork = (subject: Subject, type: ServiceType): VersionsOfFork | undefined => {
  const { versionKey: key = stop(notApplicable), title, defaultVersion } = type;
  const version = writtenText(settingOf(subject, key));
  if (version === undefined) return undefined;
  const { name: source, version: written } = versionOfSource(subject, type, key);
  const isDeclared = subject.source.kind === 'declared';
  const sourceVersion = written ?? (isDeclared ? defaultVersion : undefined) ?? stop(undecided(`version of ${source}`));
  return { key, version, source, title, sourceVersion };
};

/** The version that a source of the same type has; undefined: none is written. Inside of a `check` only. */
export const versionOfSource = (
  subject: Subject,
  { name }: ServiceType,
  key: string,
): { readonly name: string; readonly version: string | undefined } => {
  if (subject.source.kind === 'live' && subject.source.service.type !== name) return stop(notApplicable);
  const source = orStop(sourceShape(subject));
  const upgrade = upgradeOfSource(subject);
  if (upgrade !== undefined)
    return { name: upgrade.source, version: upgrade.isFirst ? upgrade.version : stop(undecided(upgrade.order)) };
  const setting = orUndecided(source.setting(key), `user_config.${key} of ${source.name}`);
  return { name: source.name, version: writtenText(setting) };
};

/** The upgrade of a fork's source in the same run. */
interface SourceUpgrade extends Readonly<Record<'source' | 'title' | 'current' | 'version', string>> {
  /** The source is upgraded before the fork is made. */
  readonly isFirst: boolean;
  /** What is not known, where nothing orders the two. */
  readonly order: string;
}

/** The run upgrades the live source whose backups a fork restores; undefined: it does not. Inside of a `check` only. */
export const upgradeOfSource = (subject: Subject): SourceUpgrade | undefined => {
  const { request, source } = subject;
  const { forkKeepsMajorVersion, versionKey: key, title } = orStop(typeOf(subject));
  const declared = sourceChangeOf(subject);
  const asked = declared?.userConfig[key ?? ''];
  if (source.kind !== 'live' || !forkKeepsMajorVersion || key === undefined) return undefined;
  if (declared === undefined || asked === undefined) return undefined;
  const current = writtenText(source.service.userConfig[key]);
  const version = writtenText(orUndecided(asked, `user_config.${key} of ${declared.address}`));
  if (current === undefined || version === undefined || current === version) return undefined;
  const name = serviceKey(source.service);
  const isFirst = isOrderedAfter(request, declared);
  return { source: name, title, current, version, isFirst, order: `whether ${name} is upgraded before the fork` };
};

/** A change of the version of a live service. */
interface VersionChange {
  readonly live: ServiceFacts;
  readonly type: ServiceType;
  readonly key: string;
  readonly current: string;
  readonly version: string;
  /** Where the two stand among the versions of the type, oldest first; -1: it has no such version. */
  readonly places: { readonly current: number; readonly version: number };
}

/** What a declaration makes of the version of its live service; the check ends where it asks for none. Inside of a `check` only. */
export const versionChange = (subject: Subject): VersionChange => {
  const type = orStop(typeOf(subject));
  const { versionKey: key = stop(notApplicable), versions } = type;
  const asked = subject.setting(key);
  if (asked.known && asked.value === undefined) return stop(notApplicable);
  const live = orStop(changedService(subject));
  const version = writtenText(settingOf(subject, key)) ?? '';
  const current = writtenText(live.userConfig[key]) ?? stop(undecided(`version of ${serviceKey(live)}`));
  const order = versions.map((one) => one.version);
  return {
    live,
    type,
    key,
    current,
    version,
    places: { current: order.indexOf(current), version: order.indexOf(version) },
  };
};
