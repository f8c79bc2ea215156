import type { ReaderLanguage, ServiceRequest } from '../domain';
import { blockAddress, spelled } from '../domain';
import { fillTemplate } from '../planner';
import type { MessageText } from './rule';
import type { MessageData } from './verdict';

type Declared = Pick<ServiceRequest, 'address' | 'resource'>;

/** Whether a resource of the vendor's own provider declares it: its reader cannot ask for what only Forkcast's has. */
export const isVendorResource = ({ address, resource }: Declared): boolean =>
  /(^|\.)(aiven|exoscale)_[a-z_]+\.[^.]+$/.test(blockAddress(resource ?? address));

/** In which language it is declared, by its address: a resource's, a construct's path, or a bare name. Never throws. */
const languageOf = ({ address }: Declared): ReaderLanguage => {
  if (/(^|[.:])(aiven|exoscale|forkcast)_[a-z_]+[. ]/.test(address)) return 'hcl';
  if (address.includes('/')) return 'cdktf';
  return /^[a-z][-a-z0-9]*$/.test(address) ? 'cli' : 'hcl';
};

/** Data of messages that holds names of settings, or whole sentences. */
const spelledData: ReadonlySet<string> = new Set(['key', 'field', 'hint', 'advice']);

/** What to do, in the language of who declared the service. Messages name settings as the API does. Never throws. */
export const remedyFor = (declared: Declared, { remedy, remedyIn }: MessageText, data: MessageData): string => {
  const language = languageOf(declared);
  const words: MessageData = Object.fromEntries(
    Object.entries(data).map(
      ([name, value]) => [name, isSpelled(name, value) ? spelled(value, language) : value] as const,
    ),
  );
  const text = spelled(remedyIn?.[isVendorResource(declared) ? 'vendor' : language] ?? remedy, language);
  return fillTemplate(text.replace(acknowledging, `$& ${howToAcknowledge(declared)}`), words);
};

const isSpelled = (name: string, value: string | number): value is string =>
  spelledData.has(name) && typeof value === 'string';

const acknowledging = /acknowledge this finding/;

const howToAcknowledge = (declared: Declared): string => {
  if (isVendorResource(declared)) return '(a file of --acknowledgements)';
  switch (languageOf(declared)) {
    case 'hcl':
      return '(attribute acknowledge)';
    case 'cdktf':
      return '(acknowledge(...) of the service)';
    case 'cli':
      return '(--yes)';
  }
};
