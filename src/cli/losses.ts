import { lossKinds, type Facts, type LossKind, type ServiceFacts } from '../domain';
import type { LossColumn } from '../review';
import { lossOf, sharesProvider, type Loss } from '../rules';
import { UsageError } from './errors';

/** The columns that `--lose` asks for; without one, each kind of loss for each service its own. @throws UsageError */
export const lossColumns = (asked: readonly string[], facts: Facts): readonly LossColumn[] =>
  (asked.length === 0 ? lossKinds : asked).map((name) => {
    const parts = name.split('+').map((part) => partOf(part, facts));
    return {
      name,
      kinds: [...new Set(parts.map(({ kind }) => kind))],
      isNamed: name.includes(':'),
      of: (service) =>
        together(
          name,
          parts.map(({ of }) => of(service)),
        ),
    };
  });

const shapes =
  'region, provider, service or backup-location (each service its own), or one by name: region:CLOUD, provider:NAME, ' +
  'service:PROJECT/SERVICE, backup-location:CLOUD; several at once are joined by +';

const partOf = (
  text: string,
  { catalogue, services }: Facts,
): { readonly kind: LossKind; readonly of: (service: ServiceFacts) => Loss } => {
  const [, word, value] = /^([a-z-]+)(?::(.+))?$/.exec(text) ?? [];
  const kind = lossKinds.find((known) => known === word);
  if (kind === undefined) throw new UsageError(`--lose is '${text}'; it is ${shapes}.`);
  if (value === undefined) return { kind, of: (service) => lossOf(kind, service, catalogue) };
  const isKnown = {
    region: catalogue.clouds.has(value),
    'backup-location': catalogue.clouds.has(value),
    provider: [...catalogue.clouds.values()].some(({ provider }) => provider === value),
    service: services.has(value),
  }[kind];
  if (!isKnown) throw new UsageError(`--lose names '${value}', and there is no such ${kind}; it is ${shapes}.`);
  return { kind, of: (service) => namedLoss(kind, value, service) };
  function namedLoss(lost: LossKind, name: string, service: ServiceFacts): Loss {
    switch (lost) {
      case 'region':
        return { name: text, machines: service.cloud === name, backupsIn: (cloud) => cloud === name };
      case 'backup-location':
        return { name: text, machines: false, backupsIn: (cloud) => cloud === name };
      case 'provider': {
        const member = [...catalogue.clouds.values()].find(({ provider }) => provider === name)?.name ?? '';
        const backupsIn = (cloud: string): boolean | undefined => sharesProvider(catalogue, cloud, member);
        return { name: text, machines: backupsIn(service.cloud) !== false, backupsIn };
      }
      case 'service':
        return { name: text, machines: `${service.project}/${service.service}` === name, backupsIn: () => false };
    }
  }
};

const together = (name: string, losses: readonly Loss[]): Loss => ({
  name,
  machines: losses.some(({ machines }) => machines),
  backupsIn: (cloud) => {
    const answers = losses.map(({ backupsIn }) => backupsIn(cloud));
    return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
  },
});
