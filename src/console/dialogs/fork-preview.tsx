import type { ForkPreviewBody } from '../../api';
import { isJsonObject, megabytesWords, minuteMs, parseInstant, parseJson } from '../../domain';
import { useApp } from '../app';
import { Sign } from '../icons';
import { useLoaded } from '../loaded';
import { ManifestEntries } from '../panels/manifest';
import type { ServiceData } from '../service-data';
import { spellInstants, writeInstant, writeLength, writeRestore } from '../../time';
import type { Trouble } from '../trouble';
import { fieldOfRefusal } from './fork-draft';

/** What a fork would be, as far as it is known for what is asked now. */
export type Previewed =
  | { readonly kind: 'asking' }
  | { readonly kind: 'failed'; readonly trouble: Trouble }
  | { readonly kind: 'ready'; readonly answer: ForkPreviewBody };

/**
 * Asks what the fork would be, and again as the clock of the registry goes on. While another one is asked for nothing of the last answer is
 * told.
 */
export const usePreview = ({ project, service }: ServiceData, body: string, waits: boolean): Previewed => {
  const { client, live } = useApp();
  const name = service.service_name;
  const minute = Math.floor((live.now.value ?? 0) / minuteMs);
  const loaded = useLoaded(`fork-preview ${minute} ${project}/${name} ${body}`, async () => {
    const asked = parseJson(body);
    const answer = await client.ask('ForkPreview', {
      at: { project, service: name },
      body: { ...(isJsonObject(asked) ? asked : {}), reader: 'console' },
      query: null,
    });
    return { answer };
  });
  if (waits || loaded.kind === 'loading') return { kind: 'asking' };
  return loaded.kind === 'failed' ? loaded : { kind: 'ready', ...loaded.value };
};

/** The preview of a fork, with what rules and registry say of it. */
export const ForkPreview = ({ preview }: { readonly preview: Previewed }) => {
  const ready = preview.kind === 'ready' ? preview : undefined;
  return (
    <>
      <dl class="preview" aria-live="polite">
        {listFacts(ready).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {preview.kind === 'failed' && <p class="notice bad">{preview.trouble.sentence}</p>}
      {ready !== undefined && <Said ready={ready} />}
    </>
  );
};

type Ready = Extract<Previewed, { kind: 'ready' }>;

const listFacts = (ready: Ready | undefined): readonly (readonly [string, string])[] => {
  const point = ready?.answer.lineage?.recovery_point;
  const seconds = ready?.answer.estimate?.seconds_to_running;
  const age = ready?.answer.age_seconds;
  const more = ready?.answer.price?.fork_usd_per_hour;
  const size = ready?.answer.fork?.data_size_mb;
  return [
    ['recovers', point === undefined ? '–' : writeInstant(parseInstant(point) ?? 0)],
    ['age', age === undefined || age === null ? '–' : writeLength(age * 1000)],
    ['holds', size === undefined ? '–' : megabytesWords(size)],
    ['restore', seconds === undefined || seconds === null ? '–' : writeRestore(seconds)],
    ['costs', more === undefined || more === null ? '–' : `+ $${more.toFixed(2)} an hour`],
  ];
};

const Said = ({ ready: { answer } }: { readonly ready: Ready }) => {
  const general = answer.refusals.filter(({ error_code }) => fieldOfRefusal(error_code) === 'none');
  const copied = answer.manifest;
  return (
    <ul class="verdicts">
      {general.map(({ error_code, message }) => (
        <li key={error_code}>
          <Sign kind="bad" />
          <p>
            {spellInstants(message)} <code>{error_code}</code>
          </p>
        </li>
      ))}
      {(answer.findings ?? []).map(({ rule, severity, title, sentence, remedy }) => (
        <li key={`${rule} ${sentence}`}>
          <Sign kind={severity === 'error' ? 'bad' : 'careful'} />
          <div>
            {title}
            <p class="why">
              {spellInstants(`${sentence} ${remedy}`)} <code>{rule}</code>
            </p>
          </div>
        </li>
      ))}
      {copied !== undefined && copied !== null && <ManifestEntries manifest={copied} />}
    </ul>
  );
};
