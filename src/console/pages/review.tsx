import { useState } from 'preact/hooks';
import {
  growLineage,
  lineageWords,
  parseReviewCard,
  printableText,
  recoveryChangeWords,
  type ReviewCard,
} from '../../domain';
import { Sign } from '../icons';
import { spellInstants, writeInstant } from '../../time';
import { LineageTree } from '../panels/lineage-tree';
import { ReviewAxis } from './review-axis';

type Opened =
  | { readonly kind: 'none' }
  | { readonly kind: 'read'; readonly card: ReviewCard }
  | { readonly kind: 'fault'; readonly why: string };

/** A stored review, opened from a file of this machine: what stops comes first. Nothing of it is sent anywhere. */
export const ReviewPage = () => {
  const [opened, setOpened] = useState<Opened>({ kind: 'none' });
  const open = (file: File | undefined): void => {
    if (file === undefined) return;
    void file.text().then((text) => {
      try {
        setOpened({ kind: 'read', card: parseReviewCard(text, file.name, printableText) });
      } catch (error) {
        setOpened({ kind: 'fault', why: error instanceof Error ? error.message : String(error) });
      }
    });
  };
  return (
    <div
      class="stack"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        open(event.dataTransfer?.files[0]);
      }}
    >
      <h1>Review</h1>
      <section class="card field">
        <label for="review">A stored review: forkcast review PATH --format json. Choose it, or drop it here</label>
        <input
          id="review"
          type="file"
          accept="application/json"
          onChange={(event) => open(event.currentTarget.files?.[0])}
        />
        {opened.kind === 'fault' && (
          <p class="fault" role="alert">
            {opened.why}
          </p>
        )}
      </section>
      {opened.kind === 'read' && <Card card={opened.card} />}
    </div>
  );
};

const rank = { error: 0, warning: 1, note: 2 } as const;

type Found = ReviewCard['services'][number]['findings'][number];

/** What is said of several services in the same words is one entry. */
const listFound = ({ services }: ReviewCard): readonly (Found & { readonly addresses: readonly string[] })[] => {
  const same = new Map<string, Found & { readonly addresses: readonly string[] }>();
  for (const { address, findings } of services) {
    for (const finding of findings) {
      const { ruleId, summary, detail, remedy, acknowledged } = finding;
      const key = JSON.stringify([ruleId, summary, detail, remedy, acknowledged]);
      same.set(key, { ...finding, addresses: [...(same.get(key)?.addresses ?? []), address] });
    }
  }
  const order = ({ severity, acknowledged }: Found): number => rank[severity] + (acknowledged === null ? 0 : 3);
  return [...same.values()].sort((a, b) => order(a) - order(b));
};

const Card = ({ card }: { readonly card: ReviewCard }) => (
  <>
    <section class="card">
      <h2>{card.verdict.sentence}</h2>
      <ul class="verdicts">
        {listFound(card).map((found) => (
          <Finding key={`${found.ruleId} ${found.addresses[0] ?? ''} ${found.detail}`} found={found} />
        ))}
      </ul>
    </section>
    <AfterPlan card={card} />
    <Lineage card={card} />
    {card.services.map((service) => {
      const { address, side, fork } = service;
      return fork === null ? null : (
        <section key={address} class="card" aria-label={side.name ?? address}>
          <h2>{side.name ?? address}</h2>
          <p class="faint">
            From {fork.source.name ?? 'a source that is not known'}. {spellInstants(fork.point.sentence)}
          </p>
          <ReviewAxis service={service} now={card.now} />
        </section>
      );
    })}
  </>
);

const Finding = ({ found }: { readonly found: ReturnType<typeof listFound>[number] }) => {
  const { addresses, ruleId, severity, summary, detail, remedy, acknowledged } = found;
  const [first = '', ...others] = addresses;
  return (
    <li>
      <Sign kind={severity === 'error' && acknowledged === null ? 'bad' : 'careful'} />
      <div>
        {acknowledged === null ? severity : `acknowledged ${severity}`}: {summary}
        <p class="why">
          <code>{first}</code>
          <br />
          {spellInstants(`${detail} ${remedy}`)} <code>{ruleId}</code>
          {acknowledged !== null && ` Acknowledged: ${acknowledged.reason}`}
        </p>
        {others.length > 0 && (
          <details>
            <summary class="hint">and {others.length} more</summary>
            <code>{others.join(', ')}</code>
          </details>
        )}
      </div>
    </li>
  );
};

/** What the plan does to how services come back. */
const AfterPlan = ({ card: { services } }: { readonly card: ReviewCard }) => {
  const told = services.flatMap(({ side, address, recovery = [] }) =>
    recovery.map((one) => ({ name: side.name ?? address, words: recoveryChangeWords(one) })),
  );
  if (told.length === 0) return null;
  return (
    <section class="card" aria-label="After this plan">
      <h2>After this plan</h2>
      <ul class="verdicts">
        {told.map(({ name, words }) => (
          <li key={`${name} ${words}`}>
            <div>
              {name}
              <p class="why">{words}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Of more services than this the lineage is opened by who wants to see it. */
const mostUnfolded = 8;

const Lineage = ({ card: { lineage } }: { readonly card: ReviewCard }) => {
  if (lineage.edges.length === 0) return null;
  const list = (
    <LineageTree
      branches={growLineage(lineage.nodes, lineage.edges)}
      show={(branch) => (
        <>
          <strong>{branch.node.name}</strong> <span class="faint">{lineageWords(branch)}</span>
          {branch.at !== null && <p class="hint">as of {writeInstant(Date.parse(branch.at))}</p>}
        </>
      )}
    />
  );
  return (
    <section class="card" aria-label="Lineage">
      {lineage.nodes.length <= mostUnfolded ? (
        <>
          <h2 class="panel-title">Lineage</h2>
          {list}
        </>
      ) : (
        <details>
          <summary>Lineage of {lineage.nodes.length} services</summary>
          {list}
        </details>
      )}
    </section>
  );
};
