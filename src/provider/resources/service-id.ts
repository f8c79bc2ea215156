import { known, sourceKeyNames, unknown as unknownFact, type Fact, type JsonValue, type ServiceId } from '../../domain';
import { isNull, type ObjectValue } from '../protocol';
import { toFact, toText } from '../values';
import { readSettings } from './setting-groups';

/** The name of a service as a plan or a state holds it; undefined while a part of it is not known. */
export const readServiceId = (object: ObjectValue): ServiceId | undefined => {
  const [project, service] = [toText(object['project']), toText(object['service_name'])];
  return project === undefined || service === undefined ? undefined : { project, service };
};

/** The settings that are set, each known or decided at apply. */
export const settingFacts = (object: ObjectValue): Readonly<Record<string, Fact<JsonValue>>> =>
  Object.fromEntries(
    Object.entries(readSettings(object)).flatMap(([name, value]) =>
      isNull(value) ? [] : [[name, toFact(value)] as const],
    ),
  );

/** Whether these settings ask for a fork; unknown while the source is. */
export const forkFact = (settings: Readonly<Record<string, Fact<JsonValue>>>): Fact<boolean> => {
  const facts = sourceKeyNames.map((name) => settings[name]).filter((fact) => fact !== undefined);
  if (facts.some((fact) => fact.known && fact.value !== null && fact.value !== '')) return known(true);
  return facts.some((fact) => !fact.known) ? unknownFact('known-after-apply') : known(false);
};
