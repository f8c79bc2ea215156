import { useState } from 'preact/hooks';
import { toRfc3339, type EpochMs, type JsonObject } from '../../domain';
import { setQuery, useApp } from '../app';
import { findBaseBackup } from '../axis/story';
import { useLoaded } from '../loaded';
import { isUnserved, readSpellings, type Spellings } from '../registry';
import { useResting } from '../resting';
import type { ServiceData } from '../service-data';

const languages = [
  ['typescript', 'TypeScript'],
  ['hcl', 'HCL'],
  ['cli', 'CLI'],
  ['curl', 'curl'],
] as const;

/** The fork of the instant under the cursor, as code: declared code is the way, the button is the rehearsal. */
export const CodePanel = ({ data, cursor }: { readonly data: ServiceData; readonly cursor: EpochMs }) => {
  const app = useApp();
  const resting = useResting(cursor);
  return (
    <section class="card" aria-label="As code">
      <Code data={data} body={requestAt(data, resting)} waits={resting !== cursor} />
      <div class="buttons">
        <button
          class="primary"
          onClick={() => setQuery(app, { dialog: 'fork', version: 'time', at: toRfc3339(cursor) }, 'push')}
        >
          Fork &amp; restore…
        </button>
      </div>
    </section>
  );
};

const requestAt = ({ story }: ServiceData, at: EpochMs): JsonObject => {
  const [lane] = story.lanes;
  if (lane?.backupsOnly !== true) return { recovery_target_time: toRfc3339(at) };
  const base = findBaseBackup(lane, at);
  return base === undefined ? {} : { recovery_basebackup_name: base.name };
};

/** A request in the language that the reader has chosen, ready to copy. Never an old one while another is asked for. */
export const Code = ({
  data,
  body,
  waits = false,
}: {
  readonly data: ServiceData;
  readonly body: JsonObject;
  readonly waits?: boolean;
}) => {
  const { client, route } = useApp();
  const app = useApp();
  const { project, service } = data;
  const chosen = languages.find(([key]) => key === route.value.query['as'])?.[0] ?? 'typescript';
  const spelled = useLoaded(`code ${project}/${service.service_name} ${JSON.stringify(body)}`, async () => {
    try {
      return await readSpellings(client, project, service.service_name, body);
    } catch (error) {
      if (isUnserved(error)) return 'not told' as const;
      throw error;
    }
  });
  const text = waits || spelled.kind !== 'ready' || spelled.value === 'not told' ? undefined : spelled.value[chosen];
  return (
    <>
      <div class="code-head">
        <div class="segments" role="group" aria-label="Language">
          {languages.map(([key, name]) => (
            <button
              key={key}
              type="button"
              aria-pressed={key === chosen}
              onClick={() => setQuery(app, { as: key === 'typescript' ? undefined : key })}
            >
              {name}
            </button>
          ))}
        </div>
        <CopyButton text={text} />
      </div>
      <pre class="code" tabIndex={0} aria-label={`The request as ${chosen}`}>
        <code>{text ?? sayWhyNot(spelled)}</code>
      </pre>
    </>
  );
};

const sayWhyNot = (spelled: ReturnType<typeof useLoaded<Spellings | 'not told'>>): string => {
  if (spelled.kind === 'failed') return spelled.trouble.sentence;
  return spelled.kind === 'ready' && spelled.value === 'not told' ? 'This registry does not tell it as code.' : '…';
};

/** Copies, and says that it did. */
export const CopyButton = ({ text }: { readonly text: string | undefined }) => {
  const { outside } = useApp();
  const [said, setSaid] = useState('Copy');
  const copy = (): void => {
    if (text === undefined) return;
    outside.copy(text).then(
      () => setSaid('Copied'),
      () => setSaid('Not copied: select it'),
    );
    outside.after(2_000, () => setSaid('Copy'));
  };
  return (
    <button type="button" class="small" disabled={text === undefined} onClick={copy} aria-live="polite">
      {said}
    </button>
  );
};
