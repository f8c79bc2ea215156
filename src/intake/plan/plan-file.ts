import * as z from 'zod/mini';
import {
  isJsonList,
  isJsonObject,
  quickly,
  schemaFault,
  type InputAccount,
  type JsonObject,
  type JsonValue,
} from '../../domain';
import { IntakeError } from '../errors';
import { apart } from './left-behind';
import { objectOr, type MarkedValue } from './marked-value';

/** One resource of a plan or a state, with what will become of it. */
export interface PlannedResource {
  readonly address: string;
  /** `module.name[0]`; empty: the root module. */
  readonly moduleAddress: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly index: string | number | undefined;
  readonly actions: readonly string[];
  readonly before: MarkedValue;
  readonly after: MarkedValue;
  readonly replacePaths: readonly (readonly (string | number)[])[];
  readonly why: string | undefined;
  readonly movedFrom: string | undefined;
  readonly imported: boolean;
  /** In a state: addresses that it was made after. */
  readonly dependsOn: readonly string[];
}

/** Whether a resource is there after the run, for all that the plan tells. Never throws. */
export const staysIn = ({ actions }: PlannedResource): boolean => {
  const action = actions.join();
  return action !== 'delete' && action !== 'forget';
};

/** What intake reads of one plan or state, as `terraform show -json` writes it. */
export interface PlanFile {
  readonly kind: 'plan' | 'state';
  /** Those whose type was asked for. */
  readonly resources: readonly PlannedResource[];
  /** The root module of the configuration; undefined: a state. */
  readonly configuration: JsonObject | undefined;
  /** The blocks of providers, by the keys that resources name them by. */
  readonly providers: JsonObject;
  /** Those of the root module, by name, each with its `value`. */
  readonly variables: JsonObject;
  /** When the plan was made, RFC 3339. */
  readonly timestamp: string | undefined;
  /** How much of the configuration it shows. */
  readonly extent: InputAccount['extent'];
  /** Resources whose type was not asked for, as they stand in the file. */
  readonly passed: readonly JsonObject[];
  /** Those that were found changed or gone, of the wanted types. */
  readonly drifted: readonly PlannedResource[];
  /** What the record holds that the plan does not show, of the wanted types; [] for a whole plan. */
  readonly leftOut: readonly PlannedResource[];
}

const readChangeBody = quickly(
  z.looseObject({
    actions: z.array(z.string()),
    replace_paths: z.optional(z.array(z.array(z.union([z.string(), z.number()])))),
    importing: z.optional(z.nullable(z.looseObject({}))),
  }),
);

const resource = {
  address: z.string(),
  type: z.string(),
  name: z.string(),
  index: z.optional(z.union([z.string(), z.number()])),
};

const readChanged = quickly(
  z.looseObject({
    ...resource,
    module_address: z.optional(z.string()),
    previous_address: z.optional(z.string()),
    action_reason: z.optional(z.string()),
    deposed: z.optional(z.string()),
  }),
);

const recorded = z.looseObject({ ...resource, depends_on: z.optional(z.array(z.string())) });
const readRecorded = quickly(recorded);

/** Whether a JSON value is what `terraform show -json` writes. Never throws. */
export const looksLikePlan = (json: JsonValue): json is JsonObject =>
  isJsonObject(json) && typeof json.format_version === 'string';

/**
 * Reads a plan or a state; only resources of the wanted types are looked at, so that the cost of the others is that of parsing the
 * text. @throws IntakeError naming file and place
 */
export const readPlanFile = (json: JsonObject, file: string, isWanted: (type: string) => boolean): PlanFile => {
  const version = json.format_version;
  if (typeof version !== 'string' || !/^(0|1)\./.test(version))
    throw new IntakeError(
      file,
      'format_version',
      `version 1 of the format is read, got ${JSON.stringify(version)}. Use a Forkcast that knows it`,
    );
  const { resource_changes: changes, values, configuration, prior_state: prior, timestamp } = json;
  const passed: JsonObject[] = [];
  if (changes === undefined && configuration === undefined) {
    if (values === undefined && Object.keys(json).some((key) => !['format_version', 'terraform_version'].includes(key)))
      throw new IntakeError(file, '', 'it is no plan and no state: it has neither resource_changes nor values');
    return {
      kind: 'state',
      resources: stateResources(values, file, makeFilter(isWanted, passed)),
      configuration: undefined,
      providers: {},
      variables: {},
      timestamp: undefined,
      extent: 'whole',
      passed,
      drifted: [],
      leftOut: [],
    };
  }
  const { values: recorded } = objectOr(prior);
  const extent = extentOf(json);
  const changed = changesIn(changes, file, 'resource_changes', makeFilter(isWanted, passed));
  const isData: ItemFilter = ({ mode, type }) => mode === 'data' && typeof type === 'string' && isWanted(type);
  const shown = new Set(changed.map(({ address }) => address));
  const managed: ItemFilter = (item) => item.mode === 'managed' && makeFilter(isWanted, [])(item);
  return {
    kind: 'plan',
    resources: [...changed, ...stateResources(recorded, file, isData)],
    configuration: objectOr(objectOr(configuration).root_module),
    providers: objectOr(objectOr(configuration).provider_config),
    variables: objectOr(json.variables),
    timestamp: typeof timestamp === 'string' ? timestamp : undefined,
    extent,
    passed,
    drifted: changesIn(json.resource_drift, file, 'resource_drift', managed),
    leftOut:
      extent === 'whole' ? [] : stateResources(recorded, file, managed).filter(({ address }) => !shown.has(address)),
  };
};

const extentOf = ({ errored, complete, deferred_changes: deferred }: JsonObject): PlanFile['extent'] => {
  if (errored === true) return 'errored';
  if (isJsonList(deferred) && deferred.length > 0) return 'deferred';
  return complete === false ? 'partial' : 'whole';
};

/** Whether an item of the file is to be read. */
type ItemFilter = (item: JsonObject) => boolean;

/** Items of the wanted types; the others that are resources are put into `passed`. */
const makeFilter =
  (isWanted: (type: string) => boolean, passed: JsonObject[]): ItemFilter =>
  (item) => {
    if (readMode(item) === undefined || typeof item.type !== 'string') return false;
    if (isWanted(item.type)) return true;
    passed.push(item);
    return false;
  };

const changesIn = (
  items: JsonValue | undefined,
  file: string,
  list: string,
  isKept: ItemFilter,
): readonly PlannedResource[] =>
  readList(items, file, list).flatMap((item, at) => {
    const place = `${list}[${at}]`;
    if (!isJsonObject(item)) throw new IntakeError(file, place, 'an object is expected');
    return isKept(item) ? readChange(item, file, place) : [];
  });

const readList = (value: JsonValue | undefined, file: string, place: string): readonly JsonValue[] => {
  if (value === undefined || value === null) return [];
  if (isJsonList(value)) return value;
  throw new IntakeError(file, place, `a list is expected, got ${JSON.stringify(value).slice(0, 60)}`);
};

const readMode = (item: JsonObject): 'managed' | 'data' | undefined =>
  item.mode === 'managed' || item.mode === 'data' ? item.mode : undefined;

const readChange = (item: JsonObject, file: string, place: string): readonly PlannedResource[] => {
  const mode = readMode(item);
  if (mode === undefined) return [];
  const head = checked(readChanged(item), { file, place, whole: 'the resource' });
  const body = checked(readChangeBody(item.change), { file, place: `${place}.change`, whole: 'the change' });
  const { address, module_address: moduleAddress = '', type, name, index, deposed } = head;
  const { before, after, ...marks } = objectOr(item.change);
  return apart<PlannedResource>({
    address: deposed === undefined ? address : `${address} (deposed ${deposed})`,
    moduleAddress,
    mode,
    type,
    name,
    index,
    actions: body.actions,
    before: { value: before, unknown: undefined, sensitive: marks.before_sensitive },
    after: { value: after, unknown: marks.after_unknown, sensitive: marks.after_sensitive },
    replacePaths: body.replace_paths ?? [],
    why: head.action_reason,
    movedFrom: head.previous_address,
    imported: body.importing !== undefined && body.importing !== null,
    dependsOn: [],
  });
};

const checked = <T>(
  parsed: z.core.util.SafeParseResult<T>,
  { file, place, whole }: { readonly file: string; readonly place: string; readonly whole: string },
): T => {
  if (!parsed.success) throw new IntakeError(file, place, schemaFault(parsed.error, whole));
  return parsed.data;
};

const stateResources = (
  values: JsonValue | undefined,
  file: string,
  isKept: ItemFilter,
): readonly PlannedResource[] => {
  const found: PlannedResource[] = [];
  const open: JsonObject[] = [objectOr(objectOr(values).root_module)];
  for (let module = open.pop(); module !== undefined; module = open.pop()) {
    const moduleAddress = typeof module.address === 'string' ? module.address : '';
    for (const item of readList(module.resources, file, `values.${moduleAddress}`)) {
      if (!isJsonObject(item) || !isKept(item)) continue;
      const mode = readMode(item);
      if (mode === undefined) continue;
      const data = checked(readRecorded(item), { file, place: `values.${moduleAddress}`, whole: 'the resource' });
      found.push(recordedResource(data, item, { mode, moduleAddress }));
    }
    for (const child of readList(module.child_modules, file, `values.${moduleAddress}`))
      if (isJsonObject(child)) open.push(child);
  }
  return found;
};

const recordedResource = (
  { address, type, name, index, depends_on: dependsOn = [] }: z.infer<typeof recorded>,
  item: JsonObject,
  { mode, moduleAddress }: { readonly mode: 'managed' | 'data'; readonly moduleAddress: string },
): PlannedResource => {
  const marked: MarkedValue = { value: item.values, unknown: undefined, sensitive: item.sensitive_values };
  return {
    address,
    moduleAddress,
    mode,
    type,
    name,
    index,
    actions: [mode === 'data' ? 'read' : 'no-op'],
    before: marked,
    after: marked,
    replacePaths: [],
    why: undefined,
    movedFrom: undefined,
    imported: false,
    dependsOn,
  };
};
