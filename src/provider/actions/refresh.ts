import type { ServiceBody } from '../../api';
import { serviceKey, type ServiceId } from '../../domain';
import { compareOwner, createService, followersOf, terminateService, progressLines } from '../../engine';
import { enginePorts, type Forkcast } from '../client';
import { reading } from '../data-sources/registry-data';
import { explain, failure } from '../diagnostics';
import {
  type Action,
  bool,
  type Call,
  type Diagnostic,
  errorAt,
  hasErrors,
  isWhollyKnown,
  type ObjectValue,
  optional,
  required,
  string,
} from '../protocol';
import { noProject } from '../resources/project';
import { nowhere } from '../resources/service-answers';
import { describeLoss } from '../resources/service-fixed';
import { heldText } from '../resources/service-owner-texts';
import { judge, namedFacts, refusals } from '../resources/service-review';
import { toText } from '../values';
import { againClaim, againRequest, againResource, whyNotAgain } from './fork-again';
import { addressesOf, whatGoes } from './what-goes';
import { cannotRefresh, losesMore, madeAgainNow, notThere } from './refresh-texts';

/** Makes a fork again from what its source holds now, under its name and for its owner. */
export const refresh: Action<Forkcast> = {
  typeName: 'forkcast_refresh',
  schema: {
    description:
      'Ends a fork and makes it again from what its source holds now: the same name, address, plan and settings, another recovery point. ' +
      'What the fork holds is lost. It keeps its static addresses; integrations, and what its source does not have, end with it: the ' +
      'plan names them, and the next apply makes again what of them is declared. Needs Terraform 1.14.',
    attributes: {
      project: optional(string, "Project of the fork. Default: the provider's `project`."),
      service_name: required(string, 'Name of the fork, `forkcast_service.NAME.service_name`.'),
      owner: required(
        string,
        'Who holds it, `forkcast_service.NAME.owner`: only a fork that this state holds is made again, and another one is left as it is.',
      ),
      lose_changes: optional(
        bool,
        'Whether what was written to the fork since it was made, and its integrations, may be lost. Default `false`: it is made again ' +
          'only while it holds what it was made with.',
      ),
    },
  },
  plan: async (config, call) => {
    if (!isWhollyKnown(config)) return [];
    const asked = readAsked(config, call);
    if (asked === undefined) return [noProject];
    return told(config, call, async (body) => {
      const faults = await judgeRefresh(body, asked, call);
      const { registry } = call.client;
      if (hasErrors(faults) || body === undefined || registry === undefined) return faults;
      const goes = await whatGoes(registry, asked.id, body);
      return [madeAgainNow(serviceKey(asked.id), body, await describeLoss(call.client, asked.id), goes)];
    });
  },
  invoke: async (config, call, tell) => {
    const [asked, registry] = [readAsked(config, call), call.client.writer(call)];
    if (asked === undefined) return [noProject];
    if (registry === undefined) return [nowhere];
    const { id, owner } = asked;
    const service = serviceKey(id);
    try {
      const body = await registry.getService(id.project, id.service);
      const faults = await judgeRefresh(body, asked, call);
      if (hasErrors(faults) || body === undefined) return faults;
      const ports = { ...enginePorts(call, registry), progress: progressLines(tell) };
      const place = { stack: call.client.stack, addresses: await addressesOf(registry, id) };
      const resource = againResource(id, body, place);
      const end = await terminateService(ports, id, { claim: againClaim(owner, body, false), stack: resource.stack });
      if (end.kind === 'left') return [cannotRefresh(service, end.holder)];
      const outcome = await createService(ports, resource, { claim: againClaim(owner, body, true) });
      if (outcome.kind === 'done') return [];
      const detail = `It is made, and ${outcome.service.state}. ${outcome.error.message}\n${explain(outcome.error.code)}`;
      return [errorAt({ summary: `${service} is not ready yet`, detail })];
    } catch (error) {
      return [failure(error, `Cannot make ${service} again`)];
    }
  },
};

interface Asked {
  readonly id: ServiceId;
  readonly owner: string;
  readonly losesChanges: boolean;
}

const readAsked = (config: ObjectValue, { client }: Call<Forkcast>): Asked | undefined => {
  const project = toText(config['project']) ?? client.project;
  const [service, owner] = [toText(config['service_name']) ?? '', toText(config['owner']) ?? ''];
  return project === undefined
    ? undefined
    : { id: { project, service }, owner, losesChanges: config['lose_changes'] === true };
};

/** What the registry tells of the fork; where it is not known, or does not answer, that is what is told. */
const told = async (
  config: ObjectValue,
  call: Call<Forkcast>,
  tellOf: (body: ServiceBody | undefined) => Promise<readonly Diagnostic[]>,
): Promise<readonly Diagnostic[]> => {
  const asked = readAsked(config, call);
  const { diagnostics = [] } = await reading(config, call, async (registry) => {
    const body = asked && (await registry.getService(asked.id.project, asked.id.service));
    return { state: {}, diagnostics: await tellOf(body) };
  });
  return diagnostics;
};

/** What stands against it: before it is planned, and once more before anything is ended. */
const judgeRefresh = async (
  body: ServiceBody | undefined,
  { id, owner, losesChanges }: Asked,
  call: Call<Forkcast>,
): Promise<readonly Diagnostic[]> => {
  const service = serviceKey(id);
  if (body === undefined) return [notThere(service)];
  const relation = compareOwner(body, { claim: againClaim(owner, body, false), stack: call.client.stack });
  if (relation.kind !== 'mine') return [cannotRefresh(service, heldText(relation))];
  const why = whyNotAgain(body, followersOf(body, id.project));
  if (why !== undefined) return [cannotRefresh(service, why)];
  const request = againRequest(againResource(id, body, { stack: call.client.stack, addresses: [] }));
  const facts = await namedFacts(call.client, request, id);
  const refused = refusals((await judge(call.client, request, facts, { ended: id })).review);
  if (hasErrors(refused) || losesChanges) return refused;
  const { registry } = call.client;
  if (registry === undefined) return [nowhere];
  const held = await registry.contents(id.project, id.service);
  return held.data_digest !== body.forkcast?.fork_digest || body.service_integrations.length > 0
    ? [losesMore(service, await describeLoss(call.client, id), await whatGoes(registry, id, body))]
    : [];
};
