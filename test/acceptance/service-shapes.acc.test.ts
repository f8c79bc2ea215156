import { join } from 'node:path';
import { findServiceShapes } from './service-shapes';

/** Each shape of a service that has a name, and what it is there for. Another one needs a line here, and a better reason than these. */
const purposes: Readonly<Record<string, string>> = {
  'api/operations/service-answer.ts: ServiceBody': "what the API answers, the vendor's fields and ours",
  'api/operations/service-page.ts: PagedServiceBody':
    'a row of a list over projects, without what only one service shows',
  'api/vendor-answers.ts: VendorService':
    'what a foreign control plane answers: as little of it as is read, and lenient',
  'console/dialogs/fork-draft.ts: ForkDraft': 'what the fork dialog asks for, as its address has it',
  'constructs/declaration.ts: ServiceDeclaration': 'a declared service of any type, inside the constructs',
  'constructs/fork-options.ts: ForkProps': 'what a fork says of itself, typed by its source',
  'constructs/registry-service.ts: RegistryServiceProps': 'how a service that exists already is named',
  'constructs/service-props.ts: ServiceProps': 'what a person writes, typed by the service type',
  'domain/live-service.ts: LiveService':
    'a live service as any view shows it, which may not tell all: what plans compare with',
  'domain/review-card.ts: CardSide': 'one side of a fork on the card, in texts',
  'domain/service-facts.ts: ServiceFacts': 'all that a control plane knows of a live service, as facts and as a file',
  'domain/service-request.ts: ServiceRequest':
    'a declared service as the rules and the planner see it: each value known or not',
  'domain/service-resource.ts: ServiceResource': "a declared service as Terraform carries it, in the API's names",
  'registry/commands.ts: CreateService': 'the command: untrusted',
  'registry/commands.ts: UpdateService': 'the command: untrusted, and what is left out stays',
  'registry/events.ts: NewService': 'the event: settled, and never changed again',
  'registry/own-facts.ts: OwnFacts': 'the facts of our own control plane, which publishes all of them',
  'registry/state.ts: ServiceState': 'what the log of a service comes to',
  'registry/world/world-file.ts: WorldService': 'a service of a world file',
  'rules/subject.ts: Subject': 'a request with everything that can be known about it: what a rule sees',
};

/** A score without the lists, the reports and the console, which show a service in rows. */
const most = 20;

test('a service has few shapes, each with its purpose', () => {
  expect(findServiceShapes(join(__dirname, '..', '..'))).toEqual(Object.keys(purposes).sort());
  expect(Object.keys(purposes).length).toBeLessThanOrEqual(most);
});
