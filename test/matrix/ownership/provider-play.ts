import { join } from 'node:path';
import type { ProviderWorkshop, Ran } from '../../acceptance/provider-workshop';
import { aCreate, aFork, aRow, aWorld, copy } from '../../registry/world';

export const block = (name: string, more = '', service = 'copy'): string => `
resource "forkcast_service" "${name}" {
  service_name = "${service}"
  service_type = "pg"
  plan         = "business-4"
  cloud_name   = "google-europe-west1"
${more}
  user_config {
    service_to_fork_from = "orders"
  }
}
`;

export const imported = (service: string, to = 'copy') =>
  `import {\n  to = forkcast_service.${to}\n  id = "demo/${service}"\n}\n`;

export const early = '  lifecycle {\n    create_before_destroy = true\n  }';

/** The first by its letters of the texts that a pattern finds: core walks in parallel, so their order says nothing. */
const first = (text: string, pattern: RegExp): string | undefined =>
  [...text.matchAll(pattern)].map(([, found = '']) => found).sort()[0];

/** What a command says: an error, else the warning about whose a service is, else what it did. */
export const told = ({ code, text }: Ran): string => {
  const warning = first(
    text,
    /^Warning: (.*(?:another's|taken over|takes a service over|is taken|in this registry).*)$/gm,
  );
  const did =
    /No changes|\d+ to add, \d+ to change, \d+ to destroy|\d+ added, \d+ changed, \d+ destroyed|\d+ destroyed/;
  const done = [...text.matchAll(new RegExp(did, 'g'))].at(-1)?.[0] ?? 'done';
  if (code !== 0) return `error: ${first(text, /^Error: (.*)$/gm) ?? text}`;
  return warning === undefined ? done : `${done}, with the warning: ${warning}`;
};

export const apply = (shop: ProviderWorkshop, ...more: readonly string[]) =>
  shop.terraform('apply', '-input=false', '-auto-approve', ...more).then(told);

export const plan = (shop: ProviderWorkshop, ...more: readonly string[]) =>
  shop.terraform('plan', '-input=false', ...more).then(told);

export const destroy = (shop: ProviderWorkshop, ...more: readonly string[]) =>
  shop.terraform('destroy', '-input=false', '-auto-approve', ...more).then(told);

export const theirs = { id: 'owner-of-others', label: { stack: 'acme', path: 'acme/copy' } };

export const change = (shop: ProviderWorkshop, owner: typeof theirs | null): void =>
  shop.world.run({ type: 'ChangeOwner', ...copy, expect: {}, owner, by: null });

export const stateFile = (shop: ProviderWorkshop, name = 'terraform.tfstate') => join(shop.folder, name);

/** Somebody ends the service and makes one of its name. */
export const remake = (shop: ProviderWorkshop): void =>
  shop.world.run({ type: 'TerminateService', ...copy }, aFork(), aRow('mine', 'v', 'copy'));

/** Another registry at the same address, with a service of the name that counts as its first one too. */
export const swapRegistry = (shop: ProviderWorkshop): void => {
  shop.world = aWorld();
  shop.world.run(aCreate());
  shop.world.advance(4 * 86_400_000);
  shop.world.run(aFork(), aRow('mine', 'v', 'copy'));
};

export type Play = (shop: ProviderWorkshop) => Promise<readonly string[]>;
