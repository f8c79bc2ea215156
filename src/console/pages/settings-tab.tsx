import { setQuery, useApp } from '../app';
import { useAccess } from '../access';
import { GuardedButton } from '../guarded-button';
import { TakeoverCode } from '../panels/code';
import type { ServiceData } from '../service-data';
import { writeShort } from '../../time';

/** What a service is set to, whose it is, and what can be done with it. */
export const SettingsTab = ({ data }: { readonly data: ServiceData }) => {
  const app = useApp();
  const access = useAccess(data.project);
  const { service } = data;
  const open = (dialog: string) => () => setQuery(app, { dialog }, 'push');
  const isOff = service.state === 'POWEROFF';
  return (
    <div class="stack">
      <section class="card stack" aria-label="Actions">
        <div class="buttons">
          <GuardedButton denied={access.write} onClick={open('plan')}>
            Change plan or cloud…
          </GuardedButton>
          <GuardedButton denied={access.write} onClick={open('second-location')}>
            Secondary backup location…
          </GuardedButton>
          <GuardedButton denied={access.write} onClick={open('power')}>
            {isOff ? 'Power on…' : 'Power off…'}
          </GuardedButton>
          <GuardedButton denied={access.write} onClick={open('protection')}>
            {service.termination_protection ? 'Take protection off…' : 'Protect from termination…'}
          </GuardedButton>
          <GuardedButton denied={access.write} onClick={open('rename')}>
            Rename by fork…
          </GuardedButton>
          <GuardedButton bad denied={access.write} onClick={open('terminate')}>
            Terminate…
          </GuardedButton>
        </div>
      </section>
      <Ownership data={data} />
      <section class="card" aria-label="Settings">
        <dl class="facts">
          {Object.entries(service.user_config).map(([key, value]) => (
            <>
              <dt key={key}>
                <code>{key}</code>
              </dt>
              <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
            </>
          ))}
          <dt>updates</dt>
          <dd>
            {service.maintenance === undefined || service.maintenance.dow === 'never'
              ? 'no window'
              : `${service.maintenance.dow} from ${service.maintenance.time} UTC`}
          </dd>
          <dt>told of trouble</dt>
          <dd>{(service.tech_emails ?? []).map(({ email }) => email).join(', ') || 'nobody'}</dd>
          <dt>tags</dt>
          <dd>
            {Object.entries(service.tags)
              .map(([key, value]) => `${key}=${value}`)
              .join(', ') || 'none'}
          </dd>
        </dl>
      </section>
    </div>
  );
};

/** Whose it is; of what is nobody's, how to take it into a stack. */
const Ownership = ({ data: { project, service } }: { readonly data: ServiceData }) => {
  const ownership = service.forkcast?.ownership;
  if (ownership === undefined) return null;
  const { owner, since, by } = ownership;
  if (owner !== null) {
    return (
      <section class="card" aria-label="Who holds it">
        <p>
          Held by <b>{owner.stack}</b> at <code>{owner.path}</code>
          {since !== null && ` since ${writeShort(Date.parse(since))} UTC`}
          {by !== null && `, by ${by}`}. What is changed here is changed back by its next apply: change the declaration.
        </p>
      </section>
    );
  }
  return (
    <section class="card stack" aria-label="Who holds it">
      <h2 class="panel-title" id="takeover">
        Nobody holds it: no stack declares it
      </h2>
      <p>So no apply changes or ends it. This takes it into a stack as it is:</p>
      <TakeoverCode project={project} service={service.service_name} />
    </section>
  );
};
