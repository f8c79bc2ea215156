import { staleWords, type CardService, type ReviewCard, type Severity } from '../../domain';
import { accountLines } from './account-words';
import { isWorthShowing, chooseTitle } from './card-rows';
import { commandData, commandProperty } from './escape';
import { judgedBySentence } from './judged-by-words';
import type { CardRenderer } from './renderer';
import { saidAt, type SaidAt } from './said-at';
import { placeWords } from './same-findings';
import { verdictStops } from './tally';
import { acknowledgedWords } from './words';

type Level = 'error' | 'warning' | 'notice';

const levels: Readonly<Record<Severity, Level>> = { error: 'error', warning: 'warning', note: 'notice' };

/**
 * A review card as workflow commands of GitHub Actions, one line each; the worst first, because ten of each kind are shown.
 * @see GitHub Actions, workflow commands (read 2026-11-20)
 */
export const renderAnnotations: CardRenderer = (card, { strict = false } = {}) => {
  const { kind, sentence } = card.verdict;
  const saidAtOf = saidAt(card.services);
  const said = [sentence, judgedBySentence(card.judgedBy)].join(' ').trim();
  const verdict = command(verdictStops(kind, strict) ? 'error' : 'notice', 'Forkcast', said);
  const lines = [
    verdict,
    ...inputLines(card),
    ...card.services.filter(isWorthShowing).flatMap((service) => serviceLines(service, saidAtOf(service))),
    ...staleLines(card),
  ];
  const ranked = (['error', 'warning', 'notice'] as const).flatMap((level) =>
    lines.filter((line) => line.startsWith(`::${level} `)),
  );
  return `${ranked.join('\n')}\n`;
};

const serviceLines = (service: CardService, said: SaidAt): readonly string[] => {
  const { address, change } = service;
  return [
    ...(change.sentence === null
      ? []
      : [command('warning', chooseTitle(service), `${address}: ${change.sentence}`, service.declaredAt)]),
    ...said.findings.map(({ said: finding, addresses }) => {
      const { severity, ruleId, attribute, summary, detail, remedy, acknowledged } = finding;
      const accepted = acknowledged === null ? '' : ` ${acknowledgedWords(severity, acknowledged)}`;
      const level = acknowledged === null ? levels[severity] : 'notice';
      const message = `${placeWords(addresses)} › ${attribute}: ${detail} ${remedy}${accepted} (${ruleId})`;
      return command(level, summary, message, service.declaredAt);
    }),
    ...said.open.map(({ said: { missing, ruleIds }, addresses }) =>
      command(
        'notice',
        'Undecided',
        `${placeWords(addresses)}: not known: ${missing.join(', ')} (${ruleIds.join(', ')})`,
        service.declaredAt,
      ),
    ),
    ...(service.validUntil === null
      ? []
      : [command('notice', 'Holds', `${address} until ${service.validUntil.at} (${service.validUntil.ruleId})`)]),
  ];
};

const inputLines = ({ inputs = [] }: ReviewCard): readonly string[] =>
  accountLines(inputs).map(({ label, text, isOpen }) =>
    command(label === 'refused' ? 'error' : isOpen ? 'warning' : 'notice', `Input: ${label}`, text),
  );

const staleLines = ({ staleAcknowledgements }: ReviewCard): readonly string[] =>
  staleAcknowledgements.map(({ ruleId, scope, why }) =>
    command('warning', 'Acknowledgement to take out', `${ruleId} in ${scope}: ${staleWords[why]}`),
  );

const command = (level: Level, title: string, message: string, place: CardService['declaredAt'] = null): string => {
  const file = place === null ? '' : `file=${commandProperty(place.file)},line=${place.line},`;
  return `::${level} ${file}title=${commandProperty(title)}::${commandData(message)}`;
};
