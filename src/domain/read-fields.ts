import { known, type Fact } from './fact';
import type { ServiceRequest } from './service-request';
import type { ServiceResource } from './service-resource';

type NamesOf<Kind> = {
  [Name in keyof ServiceResource]-?: ServiceResource[Name] extends Kind | undefined ? Name : never;
}[keyof ServiceResource];

/** How a door reads a field of each kind by its name in the API. Known undefined: it is not written. */
export interface FieldReaders {
  readonly text: (name: NamesOf<string>) => Fact<string | undefined>;
  readonly number: (name: NamesOf<number>) => Fact<number | undefined>;
  readonly truth: (name: NamesOf<boolean>) => Fact<boolean | undefined>;
  readonly texts: (name: NamesOf<readonly string[]>) => Fact<readonly string[] | undefined>;
  readonly map: (name: NamesOf<Readonly<Record<string, string>>>) => Fact<Readonly<Record<string, string>> | undefined>;
}

/** The fields of a declared service that may be left out and mean the same at every door, each in one line. */
export const readFields = (read: FieldReaders) =>
  ({
    plan: read.text('plan'),
    cloud: read.text('cloud_name'),
    diskSpaceMb: read.number('disk_space_mb'),
    terminationProtection: read.truth('termination_protection'),
    tags: read.map('tags'),
    powered: read.truth('powered'),
    maintenanceDow: read.text('maintenance_window_dow'),
    maintenanceTime: read.text('maintenance_window_time'),
    techEmails: read.texts('tech_emails'),
    projectVpcId: read.text('project_vpc_id'),
  }) satisfies Partial<ServiceRequest>;

/** The names of those fields: all, and which of them are no texts. */
export const fieldNames = ((): { readonly all: readonly string[]; readonly untexted: readonly string[] } => {
  const [all, untexted]: [string[], string[]] = [[], []];
  const note = (name: string) => {
    all.push(name);
    return known(undefined);
  };
  const noteOther = (name: string) => {
    untexted.push(name);
    return note(name);
  };
  readFields({ text: note, number: noteOther, truth: noteOther, texts: noteOther, map: noteOther });
  return { all, untexted };
})();
