import type { EpochMs } from '../../domain';
import { useApp } from '../app';
import { findBaseBackup } from '../../time';
import { useLoaded } from '../loaded';
import { isUnserved } from '../registry';
import type { ServiceData } from '../service-data';
import { explainTrouble } from '../trouble';
import { Sign } from '../icons';
import { listVerdicts, type Target, type VerdictRow } from './verdict-rows';

/** What can be forked from the instant under the cursor, and the sentence of every rule that says no. Asked once for the whole axis. */
export const VerdictPanel = ({ data, cursor }: { readonly data: ServiceData; readonly cursor: EpochMs }) => {
  const { client } = useApp();
  const { project, service } = data;
  const targets = chooseTargets(data, cursor);
  const key = `judged ${project}/${service.service_name} ${JSON.stringify(targets)}`;
  const judged = useLoaded(key, async () => {
    try {
      const body = { reader: 'console' as const, targets: targets.map(({ body: one }) => one) };
      return await client.ask('ForkJudge', { at: { project, service: service.service_name }, body, query: null });
    } catch (error) {
      if (isUnserved(error) || explainTrouble(error).code === 'not_judged_here') return 'not judged' as const;
      throw error;
    }
  });
  return (
    <section class="card" aria-labelledby="verdict-title">
      <h2 class="panel-title" id="verdict-title">
        What can be forked from here
      </h2>
      {judged.kind === 'loading' && <p class="faint">…</p>}
      {judged.kind === 'failed' && <p class="fault">{judged.trouble.sentence}</p>}
      {judged.kind === 'ready' && judged.value === 'not judged' && (
        <p class="faint">
          Not judged here: this registry has no rules. The registry itself decides when a fork is asked for.
        </p>
      )}
      {judged.kind === 'ready' && judged.value !== 'not judged' && (
        <ul class="verdicts">
          {listVerdicts(judged.value, targets, cursor).map((row) => (
            <Verdict key={`${row.title} ${row.reasons[0]?.rule ?? ''}`} row={row} />
          ))}
        </ul>
      )}
    </section>
  );
};

const kindWords = { good: 'Possible', bad: 'Not possible', careful: 'Mind', unsure: 'Not known' } as const;

const Verdict = ({ row: { kind, title, reasons } }: { readonly row: VerdictRow }) => (
  <li>
    <Sign kind={kind} />
    <div>
      <span class="hidden">{kindWords[kind]}: </span>
      {title}
      {reasons.map(({ text, rule }) => (
        <p key={rule} class="why">
          {text} <code>{rule}</code>
        </p>
      ))}
    </div>
  </li>
);

/** Each location, into its own cloud and into another one. */
const chooseTargets = ({ story, service }: ServiceData, cursor: EpochMs): readonly Target[] =>
  story.lanes.flatMap((lane): readonly Target[] => {
    const { role: from, location, backupsOnly } = lane;
    const base = findBaseBackup(lane, cursor);
    const kind = backupsOnly
      ? base === undefined
        ? ({ kind: 'latest-backup' } as const)
        : ({ kind: 'backup', backup_name: base.name } as const)
      : ({ kind: 'time' } as const);
    const home = from === 'primary' ? service.cloud_name : location;
    const other = home.startsWith('aws-') ? 'google-europe-west1' : 'aws-eu-central-1';
    return [
      {
        words: `From ${location}, into ${home}`,
        body: { ...kind, from, ...(from === 'primary' ? {} : { cloud: location }) },
      },
      { words: `From ${location}, into ${other}`, body: { ...kind, from, cloud: other } },
    ];
  });
