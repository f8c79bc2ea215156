import { explain } from '../diagnostics';
import { type Diagnostic, errorAt } from '../protocol';
import type { NameConflict } from '../service-names';
import { exchanged, forgotten, imported, moved } from './service-recipes';

const path = ['service_name'];
const more = explain('FC_NAME_TAKEN');

/** What one command makes of a name twice. */
export const conflictDiagnostic = (service: string, conflict: NameConflict): Diagnostic => {
  switch (conflict) {
    case 'two-blocks':
      return twoBlocks(service);
    case 'renamed':
      return endedElsewhere(service, 'makes it anew');
    case 'ended-and-kept':
      return endedElsewhere(service, 'keeps it, or takes it over');
    case 'given-up-and-kept':
      return givenUp(service);
  }
};

const twoBlocks = (service: string): Diagnostic =>
  errorAt({
    summary: 'Two blocks of this run have one service',
    detail:
      `${service} is declared by two blocks of this run, and only one service can have the name. Give each block a ` +
      `service_name of its own, for example with each.key in it.\n${explain('project/duplicate-name')}`,
    path,
  });

const elsewhere = 'The service is in this state under another address';

/** The state has it under an address that this plan ends. */
const endedElsewhere = (service: string, meanwhile: string): Diagnostic =>
  errorAt({
    summary: elsewhere,
    detail:
      `${service} is in this state under another address, which this plan ends, while a block ${meanwhile}. Everything in it ` +
      `would be lost.\n- If the block was renamed, say so, without a block import:${moved}\n` +
      `- If the old block is to forget it, and another has it by import:${forgotten}\n` +
      `- If Terraform calls the other one deposed: terraform state rm forkcast_service.NAME, take create_before_destroy ` +
      `away, and import it:${imported(service)}\n` +
      `- If it is to be ended and made anew: take the old block out in a run of its own first.\n${more}`,
    path,
  });

/** A block gets another name, which ends its service, while another block is to have that. */
const givenUp = (service: string): Diagnostic =>
  errorAt({
    summary: elsewhere,
    detail:
      `${service} is in this state under another address, whose block has another name now: the plan ends it, while a block keeps ` +
      `it, or takes it over. Everything in it would be lost.\n- Give the block of the new name a label of its own, and say where the ` +
      `old one went, without a block import:${moved}\n- If it is to be ended: take the block that is to have it out.\n${more}`,
    path,
  });

/** A block that has a service gets the name of another one, which a state of this configuration has: in an exchange, each of both. */
export const namedAsAnother = (service: string, other: string): Diagnostic =>
  errorAt({
    summary: 'The name is that of another service of this configuration',
    detail:
      `This block has ${service}, and now says the name of ${other}, which another block made. A service keeps its name, so ` +
      `what this block has would be ended.\n` +
      `- If two blocks exchange their services, exchange what the state has, and nothing is changed:${exchanged}\n` +
      `- If this block is to have ${other}, give it a label of its own, and say so:${moved}\n` +
      `- Otherwise put the name back, or choose one that is free.\n${more}`,
    path,
  });
