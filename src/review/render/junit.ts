import { staleWords, type CardFinding, type CardService, type ReviewCard } from '../../domain';
import { accountLines } from './account-words';
import { groupMissingFacts } from './card-rows';
import { html } from './escape';
import { judgedBySentence } from './judged-by-words';
import type { CardRenderer } from './renderer';
import { acknowledgedWords } from './words';

export interface Case {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly body: string;
}

interface Suite {
  readonly name: string;
  readonly place: string;
  readonly cases: readonly Case[];
}

/**
 * A review card as JUnit XML: a suite for each service; an error that nobody accepted fails, what is undecided is skipped; and with
 * `strict` a verdict that is not sure fails.
 */
export const renderJunit: CardRenderer = (card, { strict = false } = {}) => {
  const suites = [
    ...(strict ? unsureSuites(card) : []),
    ...card.services.map((service) => ({
      name: service.address,
      place: writePlace(service),
      cases: listCases(service),
    })),
    ...inputSuites(card),
    ...staleSuites(card),
    ...judgeSuites(card),
  ];
  return writeSuites('forkcast', suites);
};

/** Suites of cases as a document, with how many of them failed and were skipped. */
export const writeSuites = (title: string, suites: readonly Suite[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${title}" ${writeTally(suites.flatMap(({ cases }) => cases))}>`,
    ...suites.flatMap(({ name, place, cases }) => [
      `  <testsuite name="${html(name)}" ${writeTally(cases)}>`,
      ...cases.map(
        (one) =>
          `    <testcase classname="${html(name)}" name="${html(one.name)}"${place}${one.body === '' ? '/>' : `>${one.body}</testcase>`}`,
      ),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');

const writeTally = (cases: readonly Case[]): string => {
  const count = (outcome: Case['outcome']): number => cases.filter((one) => one.outcome === outcome).length;
  return `tests="${cases.length}" failures="${count('failed')}" errors="0" skipped="${count('skipped')}"`;
};

const writePlace = ({ declaredAt }: CardService): string =>
  declaredAt === null ? '' : ` file="${html(declaredAt.file)}" line="${declaredAt.line}"`;

const listCases = (service: CardService): readonly Case[] => {
  const cases = [
    ...service.findings.map(findingCase),
    ...groupMissingFacts(service.undecided).flatMap(({ missing, ruleIds }) =>
      ruleIds.map((name): Case => ({
        name,
        outcome: 'skipped',
        body: `<skipped message="${html(`not known: ${missing.join(', ')}`)}"/>`,
      })),
    ),
  ];
  return cases.length === 0 ? [{ name: 'nothing found', outcome: 'passed', body: '' }] : cases;
};

const findingCase = ({ ruleId, severity, attribute, summary, detail, remedy, acknowledged }: CardFinding): Case => {
  const words = `${attribute}: ${detail} ${remedy}`;
  if (severity === 'error' && acknowledged === null) {
    const failure = `<failure type="${severity}" message="${html(summary)}">${html(words)}</failure>`;
    return { name: ruleId, outcome: 'failed', body: failure };
  }
  const accepted = acknowledged === null ? '' : ` ${acknowledgedWords(severity, acknowledged)}`;
  const out = `<system-out>${html(`${severity}: ${summary}. ${words}${accepted}`)}</system-out>`;
  return { name: ruleId, outcome: 'passed', body: out };
};

/** A refused plan fails; what was not looked at is skipped. */
const inputSuites = ({ inputs = [] }: ReviewCard): readonly Suite[] => {
  const cases = accountLines(inputs).map(({ label, text, isOpen }): Case => {
    const message = html(text);
    if (label === 'refused')
      return { name: label, outcome: 'failed', body: `<failure type="error" message="${message}"/>` };
    return isOpen
      ? { name: label, outcome: 'skipped', body: `<skipped message="${message}"/>` }
      : { name: label, outcome: 'passed', body: `<system-out>${message}</system-out>` };
  });
  return cases.length === 0 ? [] : [{ name: 'inputs', place: '', cases }];
};

/** The verdict itself, where it is what ends the run. */
const unsureSuites = ({ verdict: { kind, sentence } }: ReviewCard): readonly Suite[] => {
  if (kind !== 'unsure') return [];
  const body = `<failure type="unsure" message="${html(sentence)}"/>`;
  return [{ name: 'verdict', place: '', cases: [{ name: 'strict', outcome: 'failed', body }] }];
};

/** Who judged, where it was not Forkcast alone. */
const judgeSuites = ({ judgedBy }: ReviewCard): readonly Suite[] => {
  const words = judgedBySentence(judgedBy);
  const body = `<system-out>${html(words)}</system-out>`;
  return words === '' ? [] : [{ name: 'judged by', place: '', cases: [{ name: 'rules', outcome: 'passed', body }] }];
};

const staleSuites = ({ staleAcknowledgements }: ReviewCard): readonly Suite[] =>
  staleAcknowledgements.length === 0
    ? []
    : [
        {
          name: 'acknowledgements',
          place: '',
          cases: staleAcknowledgements.map(({ ruleId, scope, why }): Case => ({
            name: ruleId,
            outcome: 'passed',
            body: `<system-out>${html(`${scope}: ${staleWords[why]}`)}</system-out>`,
          })),
        },
      ];
