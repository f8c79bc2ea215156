import type { CardFinding, ReviewCard } from '../../domain';
import { html } from './escape';
import { groupSame, saidBy, type Same } from './same-findings';
import { acknowledgedWords } from './words';

/** Whether a finding stops the apply. */
export const isStop = ({ said: { severity, acknowledged } }: Same<CardFinding>): boolean =>
  severity === 'error' && acknowledged === null;

/** What stops, before anything else: where, why, and what to do. Nothing: nothing stops. */
export const renderStops = ({ services }: ReviewCard): readonly string[] => {
  const stops = groupSame(saidBy(services, ({ findings }) => findings)).filter(isStop);
  if (stops.length === 0) return [];
  const items = stops.map((stop) => {
    const [address = ''] = stop.addresses;
    return findingItem(stop, `<p class="faint"><code>${html(address)}</code></p>`);
  });
  return ['<section>', '<h2>What stops</h2>', `<ul class="findings">\n${items.join('\n')}\n</ul>`, '</section>'];
};

/** A finding of a service, with its remedy. */
export const findingItem = (same: Same<CardFinding>, place = ''): string =>
  `<li>${headOf(same)}${place}${bodyOf(same)}</li>`;

/** The same where it was said above, whole. */
export const repeatedItem = (same: Same<CardFinding>): string =>
  `<li>${headOf(same)}<p class="faint"><code>${html(same.said.ruleId)}</code>, said above</p></li>`;

const headOf = ({ said: { severity, summary, acknowledged } }: Same<CardFinding>): string => {
  const word = acknowledged === null ? severity : 'known';
  return `<span class="mark ${word}">${word}</span><strong>${html(summary)}</strong>`;
};

const bodyOf = ({ said, addresses }: Same<CardFinding>): string => {
  const { severity, ruleId, attribute, detail, remedy, acknowledged } = said;
  const accepted =
    acknowledged === null ? '' : `<p class="faint">${html(acknowledgedWords(severity, acknowledged))}</p>`;
  return (
    `<p>${html(detail)}</p><p><strong>Remedy:</strong> ${html(remedy)}</p>${accepted}` +
    `<p class="faint"><code>${html(ruleId)}</code> at <code>${html(attribute)}</code></p>${instancesText(addresses)}`
  );
};

/** More instances than a reader wants to see at once. */
const mostShown = 5;

/** The instances that something is said of; many of them are opened by who wants to see them. */
export const instancesText = (addresses: readonly string[]): string => {
  if (addresses.length === 1) return '';
  const [title, names] = [`At ${addresses.length} instances`, html(addresses.join(', '))];
  return addresses.length <= mostShown
    ? `<p class="faint">${title}: ${names}</p>`
    : `<details class="faint"><summary>${title}</summary>${names}</details>`;
};
