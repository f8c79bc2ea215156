import type { Fact } from './fact';
import type { LiveService } from './live-service';
import type { ServiceRequest } from './service-request';
import type { ServiceResource } from './service-resource';

/** What the fields of a declared service are that may be left out and mean the same at every door. */
const kinds = {
  plan: 'text',
  cloud_name: 'text',
  disk_space_mb: 'number',
  termination_protection: 'truth',
  tags: 'map',
  powered: 'truth',
  maintenance_window_dow: 'text',
  maintenance_window_time: 'text',
  tech_emails: 'texts',
  project_vpc_id: 'text',
} as const satisfies Partial<Record<keyof ServiceResource, string>>;

type FieldName = keyof typeof kinds;
type NameOf<Kind> = { [Name in FieldName]: (typeof kinds)[Name] extends Kind ? Name : never }[FieldName];

/** The names of those fields: all, and which of them are no texts. */
export const fieldNames: { readonly all: readonly string[]; readonly untexted: readonly string[] } = {
  all: Object.keys(kinds),
  untexted: Object.entries(kinds).flatMap(([name, kind]) => (kind === 'text' ? [] : [name])),
};

/** How a door reads a field of each kind by its name in the API. */
interface FieldReaders<Text, Count, Truth, Texts, Map> {
  readonly text: (name: NameOf<'text'>) => Text;
  readonly number: (name: NameOf<'number'>) => Count;
  readonly truth: (name: NameOf<'truth'>) => Truth;
  readonly texts: (name: NameOf<'texts'>) => Texts;
  readonly map: (name: NameOf<'map'>) => Map;
}

/** Those fields as the API names them. */
export const readFields = <Text, Count, Truth, Texts, Map>(read: FieldReaders<Text, Count, Truth, Texts, Map>) => ({
  plan: read.text('plan'),
  cloud_name: read.text('cloud_name'),
  disk_space_mb: read.number('disk_space_mb'),
  termination_protection: read.truth('termination_protection'),
  tags: read.map('tags'),
  powered: read.truth('powered'),
  maintenance_window_dow: read.text('maintenance_window_dow'),
  maintenance_window_time: read.text('maintenance_window_time'),
  tech_emails: read.texts('tech_emails'),
  project_vpc_id: read.text('project_vpc_id'),
});

type Texts = readonly string[] | undefined;
type TextMap = Readonly<Record<string, string>> | undefined;

/** The same for a request. Known undefined: it is not written. */
export const requestFields = (
  read: FieldReaders<
    Fact<string | undefined>,
    Fact<number | undefined>,
    Fact<boolean | undefined>,
    Fact<Texts>,
    Fact<TextMap>
  >,
) => {
  const fields = readFields(read);
  return {
    plan: fields.plan,
    cloud: fields.cloud_name,
    diskSpaceMb: fields.disk_space_mb,
    terminationProtection: fields.termination_protection,
    tags: fields.tags,
    powered: fields.powered,
    maintenanceDow: fields.maintenance_window_dow,
    maintenanceTime: fields.maintenance_window_time,
    techEmails: fields.tech_emails,
    projectVpcId: fields.project_vpc_id,
  } satisfies Partial<ServiceRequest>;
};

/** What a record, such as a state, holds of them; undefined: it does not tell. */
export const recordedFields = (
  read: FieldReaders<string | undefined, number | undefined, boolean | undefined, Texts, TextMap>,
) => {
  const fields = readFields(read);
  return {
    plan: fields.plan,
    cloud: fields.cloud_name,
    diskSpaceMb: fields.disk_space_mb,
    terminationProtection: fields.termination_protection === true,
    tags: fields.tags ?? {},
  } satisfies Partial<LiveService>;
};
