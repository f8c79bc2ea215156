import {
  byCodeUnit,
  type CardFinding,
  type CardService,
  type JsonObject,
  type JudgedBy,
  printable,
  type ReviewCard,
  type Severity,
} from '../../domain';
import { accountLines } from './account-words';
import { explainWords } from './judged-by-words';
import type { CardRenderer } from './renderer';
import { saidAt } from './said-at';
import type { Same } from './same-findings';
import { acknowledgedWords } from './words';

export const sarifSchema = 'https://json.schemastore.org/sarif-2.1.0.json';

/** A review card as SARIF 2.1.0: accepted findings are suppressed, what could not be decided is open. */
export const renderSarif: CardRenderer = (card) => `${JSON.stringify(buildSarif(card), null, 2)}\n`;

const buildSarif = (card: ReviewCard): JsonObject => {
  const saidAtOf = saidAt(card.services);
  const results = card.services.flatMap((service) => {
    const { findings, open } = saidAtOf(service);
    return [
      ...findings.map((finding) => buildResult(service, finding)),
      ...open.flatMap(({ said: { missing, ruleIds }, addresses }) =>
        ruleIds.map((ruleId) => buildOpenResult(service, ruleId, { missing, addresses })),
      ),
    ];
  });
  const stale = card.staleAcknowledgements.map(({ ruleId, scope, why }) => ({
    level: 'warning',
    message: { text: sarifText(`An acknowledgement of ${ruleId} in ${scope} can be taken out (${why}).`) },
  }));
  const lines = accountLines(card.inputs ?? []);
  const notices = lines.map(({ label, text: words, isOpen }) => ({
    level: label === 'refused' ? 'error' : isOpen ? 'warning' : 'note',
    message: { text: sarifText(`${label}: ${words}`) },
  }));
  return {
    $schema: sarifSchema,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Forkcast', rules: listRules(card) } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: lines.every(({ label }) => label !== 'refused'),
            toolExecutionNotifications: [...stale, ...notices],
          },
        ],
        results,
        ...(card.judgedBy === undefined ? {} : { properties: { judgedBy: judgedByOf(card.judgedBy) } }),
      },
    ],
  };
};

const judgedByOf = ({ ruleSets, policy }: JudgedBy): JsonObject => ({
  ruleSets: ruleSets.map(({ name, from }) => ({ name: sarifText(name), from: from === null ? null : sarifText(from) })),
  policy: policy && { path: sarifText(policy.path), sha256: sarifText(policy.sha256) },
});

const listRules = ({ services, judgedBy }: ReviewCard): readonly JsonObject[] => {
  const rules = new Map<string, CardFinding | undefined>();
  for (const { findings, undecided } of services) {
    for (const finding of findings) rules.set(finding.ruleId, rules.get(finding.ruleId) ?? finding);
    for (const { ruleId } of undecided) if (!rules.has(ruleId)) rules.set(ruleId, undefined);
  }
  const own = new Map((judgedBy?.ruleSets ?? []).flatMap((set) => set.rules.map((rule) => [rule.id, rule] as const)));
  return [...rules]
    .sort(([left], [right]) => byCodeUnit(left, right))
    .map(([id, finding]) => ({
      id: printable(id),
      shortDescription: { text: sarifText(finding?.summary ?? own.get(id)?.title ?? id) },
      help: { text: sarifText(explainWords(id, judgedBy)) },
      ...helpUri(own.get(id)?.page),
      ...(finding === undefined
        ? {}
        : { defaultConfiguration: { level: levels[finding.ownSeverity ?? finding.severity] } }),
    }));
};

/** The standard wants an absolute address there. */
const helpUri = (page: string | null = null): JsonObject =>
  page !== null && /^https?:\/\/\S+$/u.test(page) ? { helpUri: page } : {};

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'note' };

const buildResult = (service: CardService, { said: finding, addresses }: Same<CardFinding>): JsonObject => ({
  ruleId: printable(finding.ruleId),
  level: levels[finding.severity],
  message: { text: sarifText(`${finding.summary}. ${finding.detail} ${finding.remedy}`) },
  ...listPlaces(service, addresses, finding.attribute),
  ...(finding.acknowledged === null
    ? {}
    : {
        suppressions: [
          { kind: 'external', justification: sarifText(acknowledgedWords(finding.severity, finding.acknowledged)) },
        ],
      }),
});

const buildOpenResult = (
  service: CardService,
  ruleId: string,
  { missing, addresses }: { readonly missing: readonly string[]; readonly addresses: readonly string[] },
): JsonObject => ({
  ruleId: printable(ruleId),
  kind: 'open',
  level: 'none',
  message: { text: sarifText(`It could not be decided; not known: ${missing.join(', ')}.`) },
  ...listPlaces(service, addresses, ''),
});

/**
 * The construct path or resource address as a logical place, of each instance that it is so of, and the line of the source where it is
 * known.
 */
const listPlaces = (
  { declaredAt }: Pick<CardService, 'declaredAt'>,
  addresses: readonly string[],
  attribute: string,
): JsonObject => {
  const logical = addresses.map((address) => ({
    name: printable(attribute === '' ? address : attribute),
    fullyQualifiedName: printable(attribute === '' ? address : `${address} ${attribute}`),
    kind: 'resource',
  }));
  const physical =
    declaredAt === null
      ? {}
      : {
          physicalLocation: {
            artifactLocation: { uri: printable(declaredAt.file).split('/').map(encodeURIComponent).join('/') },
            region: { startLine: declaredAt.line },
          },
        };
  return {
    locations: [{ ...physical, logicalLocations: logical }],
    ...(addresses.length === 1 ? {} : { occurrenceCount: addresses.length }),
  };
};

/** Plain text, in which nothing reads as a link to a place of the log. */
export const sarifText = (value: string): string => printable(value).replaceAll('](', '] (');
