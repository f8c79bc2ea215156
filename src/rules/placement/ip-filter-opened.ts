import { isJsonList, isJsonObject, type JsonValue } from '../../domain';
import { settingOf } from '../asked';
import { providerSource, userConfigSchema } from '../cite';
import { defineRule } from '../rule';
import { notApplicable, pass, violated } from '../verdict';

const everybody: ReadonlySet<string> = new Set(['0.0.0.0/0', '::/0']);

/** Rule 96, beyond the reference: a filter of addresses that is taken out, or widened to every address, lets everybody in. */
export const ipFilterOpened = defineRule({
  severity: 'warning',
  scope: 'lifecycle',
  title: 'Service is opened to every address',
  why: 'Without ip_filter a service takes connections from everywhere: to take the key out is not to leave it as it is.',
  attribute: 'user_config.ip_filter',
  sources: [userConfigSchema, providerSource('a setting that is taken out is reset to its default')],
  planOnly: 'The registry opens the service, as it is asked to.',
  messages: {
    opened: {
      detail: 'ip_filter of {service} lets in {before}; it is taken out, and then everybody is let in.',
      remedy: 'Write the addresses that are to be let in, or acknowledge this finding.',
    },
    widened: {
      detail: 'ip_filter of {service} lets in {before}; with {after} in it, everybody is let in.',
      remedy: 'Take {after} out, or acknowledge this finding.',
    },
  },
  check: (subject) => {
    const { request, madeName } = subject;
    const before = networksOf(request.change?.prior?.userConfig['ip_filter'] ?? null);
    if (request.change?.kind !== 'update' || before.length === 0) return notApplicable;
    const after = settingOf(subject, 'ip_filter');
    if (before.some((network) => everybody.has(network))) return pass;
    const data = { service: madeName, before: before.join(', ') };
    if (after === undefined) return violated('opened', data);
    const [open] = networksOf(after).filter((network) => everybody.has(network));
    return open === undefined ? pass : violated('widened', { ...data, after: open });
  },
});

const networksOf = (filter: JsonValue): readonly string[] =>
  (isJsonList(filter) ? filter : []).flatMap((item) => {
    const network = isJsonObject(item) ? item['network'] : item;
    return typeof network === 'string' ? [network] : [];
  });
