import type { CardFix } from '../../domain';
import { freeLabel } from '../free-label';

type IntegrationsFix = Extract<CardFix, { kind: 'integrations' }>;

/** What a resource of this type or another is called by in expressions of its own module, such as `aiven_pg.copy`. */
const localName = (address: string): string => address.split('.').slice(-2).join('.');

type IsTaken = (label: string) => boolean;

/** A label for each that no block has. */
const labelsFor = (name: string, { integrations }: IntegrationsFix, isTaken: IsTaken): readonly string[] => {
  const taken = new Set<string>();
  return integrations.map(({ type, other }) => {
    const wanted = [`${name}_${type}`, `${name}_${type}_${other.replaceAll('-', '_')}`];
    const label = freeLabel(wanted, (one) => taken.has(one) || isTaken(one));
    taken.add(label);
    return label;
  });
};

/**
 * Integrations as resources of the provider that the declaration at an address is of. The other service stands by its name: which block
 * declares it, and whether one does, is not known.
 */
export const integrationLines = (
  address: string,
  fix: IntegrationsFix,
  isTaken: IsTaken = () => false,
): readonly string[] => {
  const local = localName(address);
  const [type = '', name = ''] = local.split('.');
  const resource = type.startsWith('forkcast_') ? 'forkcast_service_integration' : 'aiven_service_integration';
  const labels = labelsFor(name.replace(/\[.*$/s, ''), fix, isTaken);
  return fix.integrations.flatMap(({ type: integration, end, other }, index) => {
    const ends = [`${local}.service_name`, `"${other}"`];
    const [source, destination] = end === 'source' ? ends : ends.reverse();
    return [
      ...(index === 0 ? [] : ['']),
      `resource "${resource}" "${labels[index]}" {`,
      `  project                  = ${local}.project`,
      `  integration_type         = "${integration}"`,
      `  source_service_name      = ${source}`,
      `  destination_service_name = ${destination}`,
      '}',
    ];
  });
};
