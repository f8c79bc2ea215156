import type { ReaderLanguage, ServiceRequest } from '../domain';
import { blockAddress, spelled, spelledDisk } from '../domain';
import { fillTemplate } from '../planner';
import { oncePer } from './once-per';
import type { MessageText } from './rule';
import type { MessageData } from './verdict';

type Declared = Pick<ServiceRequest, 'address' | 'resource' | 'reader'>;

/** Whether a resource of the vendor's own provider declares it: its reader cannot ask for what only Forkcast's has. */
export const isVendorResource = ({ address, resource }: Declared): boolean =>
  /(^|\.)(aiven|exoscale)_[a-z_]+\.[^.]+$/.test(blockAddress(resource ?? address));

/** In which language it is declared; where that is not said, by its address: of a resource, a path, or a bare name. Never throws. */
const languageOf = ({ address, reader }: Declared): ReaderLanguage => {
  if (reader !== undefined) return reader;
  if (/(^|[.:])(aiven|exoscale|forkcast)_[a-z_]+[. ]/.test(address)) return 'hcl';
  if (address.includes('/')) return 'cdktf';
  return /^[a-z][-a-z0-9]*$/.test(address) ? 'cli' : 'hcl';
};

/** Data of messages that holds names of settings, or whole sentences. */
const spelledData: ReadonlySet<string> = new Set(['key', 'field', 'hint', 'advice']);

/** Data of messages that is a size of disk, in MB. */
const diskData: ReadonlySet<string> = new Set(['disk', 'included', 'cap', 'lower', 'upper']);

/** What to do, in the language of who declared the service. Messages name settings as the API does. Never throws. */
export const remedyFor = (declared: Declared, message: MessageText, data: MessageData): string => {
  const language = languageOf(declared);
  const template = remedyTemplate(message, { isVendors: isVendorResource(declared), language });
  return fillTemplate(template, data, (name, value) => spelledValue(name, value, language));
};

interface Audience {
  readonly isVendors: boolean;
  readonly language: ReaderLanguage;
}

const templatesOf = oncePer((_: MessageText) => new Map<string, string>());

/** The words of a remedy for one kind of reader, spelled once for all findings that say them. */
const remedyTemplate = (message: MessageText, audience: Audience): string => {
  const { isVendors, language } = audience;
  const templates = templatesOf(message);
  const who = `${language} ${isVendors}`;
  const before = templates.get(who);
  if (before !== undefined) return before;
  const text = spelled(message.remedyIn?.[isVendors ? 'vendor' : language] ?? message.remedy, language);
  const template = text.replace(acknowledging, (found) => acknowledge(found, audience));
  templates.set(who, template);
  return template;
};

const spelledValue = (name: string, value: string | number, language: ReaderLanguage): string | number => {
  if (typeof value === 'number') return diskData.has(name) ? spelledDisk(value, language) : value;
  return spelledData.has(name) ? spelled(value, language) : value;
};

const acknowledging = /(acknowledge this finding)( with the reason why [^.]*)?/;

const acknowledge = (found: string, audience: Audience): string => {
  const how = howToAcknowledge(audience);
  return how === undefined ? 'go on' : found.replace(acknowledging, `$1 ${how}$2`);
};

/** Undefined: a button is pressed in sight of what is said beside it, and nothing is kept of why. */
const howToAcknowledge = ({ isVendors, language }: Audience): string | undefined => {
  if (isVendors) return '(a file of --acknowledgements)';
  switch (language) {
    case 'hcl':
      return '(attribute acknowledge)';
    case 'cdktf':
      return '(acknowledge(...) of the service)';
    case 'cli':
      return '(--yes)';
    case 'console':
      return undefined;
  }
};
