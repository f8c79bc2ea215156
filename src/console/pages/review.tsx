import { useState } from 'preact/hooks';
import { parseReviewCard, type ReviewCard } from '../../domain';
import { Sign } from '../icons';
import { writeInstant } from '../time/words';

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
        setOpened({ kind: 'read', card: parseReviewCard(text, file.name) });
      } catch (error) {
        setOpened({ kind: 'fault', why: error instanceof Error ? error.message : String(error) });
      }
    });
  };
  return (
    <div class="stack">
      <h1>Review</h1>
      <section class="card field">
        <label for="review">A stored review: forkcast review PATH --format json</label>
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

const Card = ({ card }: { readonly card: ReviewCard }) => {
  const found = card.services
    .flatMap((service) => service.findings.map((finding) => ({ address: service.address, ...finding })))
    .sort((a, b) => rank[a.severity] - rank[b.severity]);
  return (
    <>
      <section class="card">
        <h2>{card.verdict.sentence}</h2>
        <ul class="verdicts">
          {found.map(({ address, ruleId, severity, summary, detail, remedy }, index) => (
            <li key={index}>
              <Sign kind={severity === 'error' ? 'bad' : 'careful'} />
              <div>
                {severity}: {summary}
                <p class="why">
                  <code>{address}</code> {detail} {remedy} <code>{ruleId}</code>
                </p>
              </div>
            </li>
          ))}
        </ul>
      </section>
      {card.lineage.edges.length > 0 && (
        <section class="card" aria-label="Lineage">
          <ul>
            {card.lineage.edges.map(({ source, fork, at }, index) => (
              <li key={index}>
                {source} → {fork}
                {at !== null && `, as of ${writeInstant(Date.parse(at))}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};
