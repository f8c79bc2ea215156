import type { JsonObject } from '../../domain';
import type { RecordCommand, RecordPlace } from '../commands';
import { instanceKey, projectStream, registryStream } from '../events';
import type { PlainKind, PlainRecord } from '../records';
import { drawHash, drawUuid } from '../seeded';
import type { ServiceState } from '../state';
import { checkDrop, checkRecord } from './check-record';
import { accept, refuse } from './decision';
import type { DecideContext, Decision, Refused } from './decision';
import { findLive, projectMissing } from './find-service';

/** What people call a thing of each kind. */
const titles: Readonly<Record<PlainKind, string>> = {
  account: 'account',
  billing_group: 'billing group',
  kafka_topic: 'topic',
  opensearch_acl: 'list of access rules',
  static_ip: 'static address',
  upgrade_step: 'step of an upgrade pipeline',
};

/** Decides about a thing that is kept plainly. Order of checks: project, service, whether it is there, then those of its kind. */
export const decideRecord = (context: DecideContext, command: RecordCommand): Decision => {
  const placed = place(context, command);
  if (placed.kind === 'refused') return placed;
  const { scope, prefix, service } = placed;
  const id = `${prefix}${command.id ?? drawId(context, scope, command.kind)}`;
  const before = context.records(scope, command.kind).find((record) => record.id === id);
  if (command.type === 'CreateRecord') {
    return before === undefined
      ? keep(context, command, { id, scope, service, value: command.value })
      : refuse(
          'record_already_exists',
          `A ${titles[command.kind]} ${command.id ?? ''} already exists. Choose another name.`,
        );
  }
  if (before === undefined) {
    return refuse(
      'record_not_found',
      `There is no ${titles[command.kind]} ${command.id}. List what there is, and check the id.`,
    );
  }
  return command.type === 'ChangeRecord'
    ? keep(context, command, { id, scope, service, value: { ...before.value, ...command.value } })
    : (checkDrop(context, scope, before) ?? write('Dropped', scope, before));
};

interface Placed {
  readonly kind: 'placed';
  readonly scope: string;
  readonly prefix: string;
  readonly service: ServiceState | undefined;
}

const place = (context: DecideContext, { project, service }: RecordPlace): Placed | Refused => {
  if (project === undefined) return { kind: 'placed', scope: '', prefix: '', service: undefined };
  if (service === undefined) {
    return context.project(project) === undefined
      ? projectMissing(project)
      : { kind: 'placed', scope: project, prefix: '', service: undefined };
  }
  const found = findLive(context, { project, service });
  return found.kind === 'refused'
    ? found
    : { kind: 'placed', scope: project, prefix: `${instanceKey(found.state)}/`, service: found.state };
};

interface Kept extends Pick<PlainRecord, 'id'> {
  readonly scope: string;
  readonly service: ServiceState | undefined;
  readonly value: JsonObject;
}

const keep = (context: DecideContext, { kind }: RecordPlace, { id, scope, service, value }: Kept): Decision =>
  checkRecord(context, scope, { kind, id, value }, service) ?? write('Kept', scope, { kind, id, value });

const write = (what: 'Kept' | 'Dropped', scope: string, { kind, id, value }: PlainRecord): Decision => {
  const record = { kind, id, value };
  return accept(
    [scope === '' ? { type: `WideRecord${what}`, record } : { type: `Record${what}`, project: scope, record }],
    id,
  );
};

/** In the forms that clients know; the same for the same story. */
const drawId = (context: DecideContext, scope: string, kind: PlainKind): string => {
  const version = context.streamVersion(scope === '' ? registryStream : projectStream(scope));
  const parts = [context.registry.seed, kind, scope, version] as const;
  if (kind === 'account') return `a${drawHash(...parts).slice(0, 11)}`;
  return kind === 'static_ip' ? `ip${drawHash(...parts).slice(0, 12)}` : drawUuid(...parts);
};
