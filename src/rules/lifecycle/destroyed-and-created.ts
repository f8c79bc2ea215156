import { providerSource } from '../cite';
import { requestKey } from '../configuration';
import { defineRule } from '../rule';
import { mendedBy, notApplicable, pass, undecided, violated } from '../verdict';

/** Rule 103, beyond the reference: one name under two addresses of a plan, ended under the one, made or imported under the other. */
export const destroyedAndCreated = defineRule({
  severity: 'error',
  scope: 'settings',
  title: 'Plan destroys a service and has one of its name elsewhere',
  why:
    'A changed label or key of a loop is another address for Terraform: it destroys the live service with its data and makes ' +
    'a new one, or finds gone what it was to import, in no fixed order.',
  attribute: 'service_name',
  sources: [providerSource('addresses: a renamed block is another resource')],
  planOnly: 'The control plane sees one service deleted and another one created.',
  messages: {
    moved: {
      detail:
        'The plan destroys {service} with its data at {from} and creates it at {to}, in no fixed order: one of the two may fail.',
      remedy: 'If it is the same service, say so in the configuration: moved, from = {from}, to = {to}.',
    },
    kept: {
      detail: 'The plan destroys {service} with its data at {from}, while {to} stands for the same live service.',
      remedy:
        'Let {from} be forgotten in place of destroyed: terraform state rm, or a removed block with destroy = false.',
    },
    imported: {
      detail: 'The plan destroys {service} with its data at {from}, and takes it over at {to} by an import.',
      remedy:
        'Say where it went, in place of the import: moved, from = {from}, to = {to}. Or let the old address forget it: removed, ' +
        'from = {from}, lifecycle destroy = false.',
    },
    'given-up': {
      detail:
        'The plan destroys {service} with its data, as {from} has another name now, and takes it over at {to} by an import.',
      remedy:
        'Give the block of the new name a label of its own, and say where the old one went, in place of the import: moved, ' +
        'from = {from}, to = {to}.',
    },
  },
  check: ({ request, configuration }) => {
    const { change } = request;
    if (change === undefined || change.kind === 'delete' || change.kind === 'replace') return notApplicable;
    if (configuration.ended.size === 0) return pass;
    const service = requestKey(request);
    if (service === undefined) return undecided(`service_name of ${request.address}`);
    const ended = configuration.ended.get(service);
    if (ended === undefined) return pass;
    const data = { service, from: ended.request.address, to: request.address };
    if (change.imported !== true && change.kind !== 'create')
      return ended.how === 'destroyed' && ended.request.carried === undefined ? violated('kept', data) : pass;
    if (change.imported !== true)
      return ended.how === 'destroyed'
        ? mendedBy(violated('moved', data), { kind: 'moved', from: data.from, to: data.to })
        : pass;
    if (ended.how === 'replaced') return pass;
    return violated(ended.how === 'destroyed' ? 'imported' : 'given-up', data);
  },
});
