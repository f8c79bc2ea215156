import { toRfc3339, type EpochMs } from '../../domain';
import { setQuery, useApp } from '../app';
import { findBaseBackup } from '../../time';
import { useLoaded } from '../loaded';
import type { BodyOf, Contract } from '../../api';
import { isUnserved } from '../registry';
import { useResting } from '../resting';
import { CodeTabs } from './code-tabs';
import type { ServiceData } from '../service-data';

/** What a preview and code are asked of. */
type ForkWish = BodyOf<Contract['ForkRequestText']>;

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

const requestAt = ({ story, service }: ServiceData, at: EpochMs): ForkWish => {
  const service_name = `${service.service_name.slice(0, 55)}-fork`;
  const [lane] = story.lanes;
  if (lane?.backupsOnly !== true) return { service_name, recovery_target_time: toRfc3339(at) };
  const base = findBaseBackup(lane, at);
  return { service_name, ...(base === undefined ? {} : { recovery_basebackup_name: base.name }) };
};

/** A request in the language that the reader has chosen, ready to copy. Never an old one while another is asked for. */
export const Code = ({
  data,
  body,
  waits = false,
}: {
  readonly data: ServiceData;
  readonly body: ForkWish;
  readonly waits?: boolean;
}) => {
  const { client } = useApp();
  const { project, service } = data;
  const name = service.service_name;
  const told = useLoaded(`code ${project}/${name} ${JSON.stringify(body)}`, () =>
    orUntold(client.ask('ForkRequestText', { at: { project, service: name }, body, query: null })),
  );
  return (
    <CodeTabs
      what="The request"
      languages={['typescript', 'hcl', 'cli', 'curl']}
      texts={waits || told.kind !== 'ready' ? undefined : told.value.texts}
      why={waits || told.kind === 'loading' ? '…' : told.kind === 'failed' ? told.trouble.sentence : untold}
    />
  );
};

const untold = 'This registry does not tell it as code.';

/** Of a registry that does not write code, none. */
const orUntold = async <T,>(asked: Promise<T>): Promise<{ readonly texts: T | undefined }> => {
  try {
    return { texts: await asked };
  } catch (error) {
    if (isUnserved(error)) return { texts: undefined };
    throw error;
  }
};

/** What takes a service that nobody holds into a stack. */
export const TakeoverCode = ({ project, service }: { readonly project: string; readonly service: string }) => {
  const { client } = useApp();
  const told = useLoaded(`takeover ${project}/${service}`, () =>
    orUntold(client.ask('TakeoverText', { at: { project, service }, body: null, query: null })),
  );
  const texts = told.kind === 'ready' ? told.value.texts : undefined;
  return (
    <>
      <CodeTabs
        what="What takes it over"
        languages={['typescript', 'hcl']}
        texts={texts}
        why={told.kind === 'loading' ? '…' : told.kind === 'failed' ? told.trouble.sentence : untold}
      />
      <p class="hint">
        HCL, and TypeScript with the backend <code>provider</code>: a block <code>import</code> is the way in, one
        apply. TypeScript with a local-exec backend: apply, which is refused since nobody has given it to that stack;
        then <code>{texts?.cli ?? adopt}</code>; then apply again.
      </p>
    </>
  );
};

const adopt = 'forkcast service adopt --state terraform.tfstate';
