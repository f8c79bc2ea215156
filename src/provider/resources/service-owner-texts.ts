import { serviceKey, type ServiceId } from '../../domain';
import { holderText, type Relation } from '../../engine';
import type { Forkcast } from '../client';
import { explain } from '../diagnostics';
import { type Diagnostic, errorAt, warningAt } from '../protocol';
import type { ServiceNotes } from './service-private';
import { imported, moved } from './service-recipes';

const path = ['service_name'];
const more = explain('FC_NAME_TAKEN');

/** Who holds a service, and since when, as a sentence after `it`. */
export const heldText = (relation: Relation): string => {
  if (relation.kind === 'claimable') return 'was made before services had owners';
  const since = relation.kind === 'held' && relation.since !== null ? ` since ${relation.since}` : '';
  return `${holderText(relation)}${since}`;
};

/** A create whose name is held, being made, or nobody's: nothing is made, nothing is taken over. */
export const takenDiagnostic = ({
  id,
  relation,
  client,
  mayReplace = false,
}: {
  readonly id: ServiceId;
  readonly relation: Relation;
  readonly client: Pick<Forkcast, 'stack' | 'names'>;
  /** An apply found it: the block may have been asked to make the new one before the old one is ended. */
  readonly mayReplace?: boolean;
}): Diagnostic => {
  const service = serviceKey(id);
  const remedies = listRemedies({ service, relation, client, mayReplace });
  const detail = `${service} ${heldText(relation)}. It is left as it is, and nothing was made.\n${remedies.join('\n')}\n${more}`;
  return errorAt({ summary: 'The name of the service is taken', detail, path });
};

const listRemedies = ({
  service,
  relation,
  client,
  mayReplace,
}: {
  readonly service: string;
  readonly relation: Relation;
  readonly client: Pick<Forkcast, 'stack' | 'names'>;
  readonly mayReplace: boolean;
}): readonly string[] => {
  const other = '- Otherwise give this block another service_name.';
  if (relation.kind === 'being-made')
    return [
      '- Wait until it is made. A run that was interrupted counts as such half a minute after its last sign of life; what it ' +
        'left of the same request is then taken over by the next apply.',
      other,
    ];
  const isOurs = 'owner' in relation && relation.owner?.stack === client.stack;
  return [
    ...(mayReplace ? [`- If this block is to replace its own service: ${createBeforeDestroy}`] : []),
    ...(isOurs ? [`- If the block was renamed, say so:${moved}`] : []),
    client.names.isLetGo(service)
      ? `- If it is to be this block's from now on: terraform state rm forkcast_service.NAME, and import it; the apply takes it ` +
        `over:${imported(service)}`
      : `- If it is to be this block's from now on, import it; the apply takes it over:${imported(service)}`,
    `- If a construct of the local-exec backend is to have it: forkcast service adopt ${service}`,
    ...(relation.kind === 'abandoned' ? [`- If nobody needs it: forkcast service terminate ${service}`] : []),
    other,
  ];
};

const createBeforeDestroy =
  'two services never have one name, so take create_before_destroy away, here and in what depends on this block.';

/** A create that takes over: what an interrupted one left, or what a declared move names. */
export const takesOver = (service: string, relation: Relation): Diagnostic =>
  warningAt({
    summary:
      relation.kind === 'unfinished' ? 'An unfinished service is taken over' : 'A declared move takes a service over',
    detail: `${service} ${heldText(relation)}. This apply takes it over, as it is.`,
    path,
  });

/** A create of a name that may be its own, which only the apply can tell. */
export const waitsForEnd = (service: string, held: string): Diagnostic =>
  warningAt({
    summary: 'The name of the service is taken',
    detail:
      `${service} ${held}. A provider does not see what other blocks have under another alias. Where this plan destroys ` +
      `${service} at another address, do not apply: everything in it would be lost, and this block would make it anew, empty. ` +
      'forkcast check of the plan stops there. Where it does not, the apply is refused and nothing is made.\n' +
      `- If the block was renamed, say so:${moved}\n- To have it from now on, import it:${imported(service)}`,
    path,
  });

/** An imported service that the apply takes over. Terraform shows what the block does not write as taken away. */
export const takesOverImported = (
  service: string,
  relation: Relation,
  { hasBlock, stack }: { readonly hasBlock: boolean; readonly stack: string },
): Diagnostic =>
  warningAt({
    summary: 'An imported service is taken over',
    detail:
      `${service} ${heldText(relation)}. This apply takes it over from ${holderName(relation)}; a state that has it lets go ` +
      'of it with its next plan.' +
      ('owner' in relation && relation.owner?.stack === stack
        ? ` Where this plan destroys ${service} under another alias of the provider, do not apply: say moved in place of import.`
        : '') +
      (hasBlock
        ? ''
        : ' Without a block user_config, the plan shows its settings as taken away: they stay as they are.'),
  });

const holderName = (relation: Relation): string => {
  const owner = 'owner' in relation ? relation.owner : null;
  return owner === null ? 'nobody' : `${owner.path} of stack ${owner.stack}`;
};

/** An imported service is no object of this state before an apply has taken it over. */
export const notTakenOver = (service: string): Diagnostic =>
  errorAt({
    summary: 'An imported service is not taken over yet',
    detail:
      `${service} was imported, and whoever held it holds it still: it is not ended from here. Apply once without the ` +
      'destruction, which takes it over, or forget it with terraform state rm.',
  });

/**
 * A plan that ends a service of this state and makes it again. Terraform tells whether its block asks for that; of one that is in the
 * state and is made, it does not tell whether the block is tainted, or another one has it.
 */
export const madeAgain = (
  service: string,
  {
    lost,
    isRefused,
    isAsked,
  }: { readonly lost: string | undefined; readonly isRefused: boolean; readonly isAsked: boolean },
): Diagnostic => {
  const [why, keep] = isAsked
    ? [`${service} is to be replaced.`, 'To keep it, take away what replaces it.']
    : [
        `${service} is in this state already: this block is tainted, or another one has it.`,
        'To keep it, run terraform untaint; or, where another block has it, say moved in place of making it.',
      ];
  const refused = isRefused ? 'It cannot be made again as declared, so nothing is ended.' : undefined;
  return warningAt({
    summary: 'Plan destroys a live service and makes it again',
    detail: [why, lost, refused, keep].filter((part) => part !== undefined).join(' '),
    path,
  });
};

/** A service that others follow is ended, while the plan may keep them. */
export const followersLeft = (service: string, followers: readonly string[]): readonly Diagnostic[] =>
  followers.length === 0
    ? []
    : [
        warningAt({
          summary: 'Service is ended while replicas follow it',
          detail:
            `${service} is ended, and these follow it: ${followers.join(', ')}. What this plan does not end of them lives on with ` +
            'what it has, and gets nothing more.\nMore: forkcast explain lifecycle/replica-loses-source',
        }),
      ];

/** An object of the state has a service that is another's by now. */
export const leftAsItIs = (service: string, holder: string, what: string): Diagnostic =>
  warningAt({
    summary: `${service} is left as it is: it is another's`,
    detail: `It ${holder}. ${what}`,
  });

/** A service that is not there, of a state that has it from another registry: the provider was given another one, or another alias. */
export const notHere = (
  service: string,
  { registry: before }: Pick<ServiceNotes, 'registry'>,
  target: string,
): readonly Diagnostic[] =>
  before === undefined || before === target
    ? []
    : [
        warningAt({
          summary: `${service} is not in this registry`,
          detail:
            `This state has it from ${before}, and the provider of its block asks ${target}, which has no service of the name. ` +
            'What lives there stays as it is, and no state has it any more once this is applied. To keep it, name that registry ' +
            'again, in the block of the provider or by the argument provider of the block.',
        }),
      ];

/** A service that is not there, of a state that has it from a registry at this address, which knows nothing of its end. */
export const neverHere = (service: string, target: string): Diagnostic =>
  warningAt({
    summary: `${service} was never in this registry`,
    detail:
      `This state has it from ${target}, and the registry there knows neither the service nor its end: it was made anew, or ` +
      'another one stands at the address. This plan would make the service again, without what it held. If the registry of ' +
      'before is elsewhere, or in a backup, put it back first.',
  });

/** A service is this object's by now, but not what is declared: an error would have Terraform end it and make it anew. */
export const notAsDeclared = (fault: Diagnostic): Diagnostic => ({
  ...fault,
  severity: 'warning',
  detail: `${fault.detail}\nThe next plan shows what differs.`,
});
