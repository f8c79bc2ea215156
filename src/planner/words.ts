import { withoutCredentials } from '../domain';
import type { Difference } from './difference';
import type { ChangeRefusal } from './plan-service';

/** What differs, as a sentence without its full stop. The rules fill the same templates. */
export const differenceWords = {
  'fork-key': '{service} was made with {key} {existing}; the configuration now says {declared}',
  backup: '{service} was restored from {existing}; the configuration now names {declared}',
  location: '{service} was restored from the {existing} location; the configuration now asserts the {declared} one',
  name: '{service} is live under this declaration; the configuration now says {key} {declared}',
  type: '{service} is of type {existing}; the configuration now says {declared}',
  fixed: '{service} was made with {key} {existing}; the configuration now says {declared}',
} as const satisfies Readonly<Record<Difference['what'], string>>;

/** What to do about a change that is refused. The rules say the same. */
export const refusalRemedies = {
  'fork-changed':
    'Put the value back or take the key out: neither touches the fork. To give it other data, declare a ' +
    'second fork, or accept its loss with on_fork_change = "replace".',
  renamed:
    'Put the name back. To rename a service, fork it under the new name and take the old one out later; or accept ' +
    'its loss with on_fork_change = "replace".',
  'fork-keys-added': 'Take the fork keys out, and declare a second service for the fork.',
  'type-changed': 'Put the type back, and declare the other service under another name.',
  'fixed-changed': 'That is read only while a service is made: put the value back, or take it out.',
  protected: 'Turn termination_protection off in a run of its own first, or undo the change.',
} as const satisfies Readonly<Record<ChangeRefusal['kind'], string>>;

/**
 * Fills the placeholders of a message; one without data stays as it is. Of an address, who logs in by it is left out; other values are put
 * in as they are, or as `spell` spells them. Never throws.
 */
export const fillTemplate = (
  template: string,
  data: Readonly<Record<string, string | number>>,
  spell?: (name: string, value: string | number) => string | number,
): string =>
  template.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    return value === undefined ? whole : withoutCredentials(String(spell?.(name, value) ?? value));
  });

/** Where what is refused stands, by its API name. */
export const refusedAttribute = ({ kind, changes }: ChangeRefusal): string =>
  kind === 'protected' ? 'termination_protection' : changes[0].attribute;

/** What fills the template of a difference. Never throws. */
export const differenceData = (
  service: string,
  { what, key, before, after }: Difference,
): Readonly<Record<'service' | 'key' | 'existing' | 'declared', string>> => {
  const quoted = (text: string): string => (what === 'location' ? text : `"${text}"`);
  return { service, key, existing: before === null ? absent[what] : quoted(before), declared: quoted(after) };
};

const absent: Readonly<Record<Difference['what'], string>> = {
  'fork-key': 'not set',
  backup: 'its newest backup',
  location: 'other',
  name: 'another',
  type: 'another',
  fixed: 'not set',
};

/** Why a change is refused, and what to do: for whoever has no finding of a rule to show. Never throws. */
export const refusalText = (service: string, { kind, changes }: ChangeRefusal): string => {
  const sentences = changes.map(
    (change) => `${fillTemplate(differenceWords[change.what], differenceData(service, change))}.`,
  );
  const end = kind === 'protected' ? [`It would be destroyed, and its termination protection is on.`] : [];
  return [...sentences, ...end, refusalRemedies[kind]].join(' ');
};
