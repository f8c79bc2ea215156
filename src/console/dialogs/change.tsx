import type { ComponentChildren } from 'preact';
import type { SentTo } from '../../api';
import { parseInstant } from '../../domain';
import { useAccess } from '../access';
import { setQuery, useApp } from '../app';
import type { ServiceData } from '../service-data';
import { writeInstant } from '../../time';
import { useAct } from './act';
import { Dialog } from './dialog';
import { Foot } from './foot';
import { useOffer } from './offer';
import { useRelease } from './release';
import { Select } from './select';

interface DialogProps {
  readonly data: ServiceData;
  readonly onClose: () => void;
}

/** A change of one service: what it is, why it cannot be made now, and the button that says what it does. */
const UpdateDialog = ({
  data,
  onClose,
  title,
  button,
  body,
  denied,
  children,
}: DialogProps & {
  readonly title: string;
  readonly button: string;
  readonly body: SentTo<'ServiceUpdate'>;
  readonly denied?: string | undefined;
  readonly children: ComponentChildren;
}) => {
  const { client } = useApp();
  const act = useAct();
  const release = useRelease(data);
  const access = useAccess(data.project);
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act.run(async () => {
            await client.updateService(data.project, data.service.service_name, body, release.expect);
            onClose();
          });
        }}
      >
        {release.step}
        {children}
        <Foot
          act={act}
          onClose={onClose}
          denied={access.write ?? (release.isHeld ? 'Its stack has to let it go first.' : denied)}
        >
          {button}
        </Foot>
      </form>
    </Dialog>
  );
};

/** Another plan or another cloud. */
export const ChangeDialog = (props: DialogProps) => {
  const { service, project } = props.data;
  const app = useApp();
  const { plan = service.plan, cloud = service.cloud_name } = app.route.value.query;
  const offer = useOffer(project, service.service_type);
  const { plans = [], clouds = [] } = offer.kind === 'ready' ? offer.value : {};
  const isSame = plan === service.plan && cloud === service.cloud_name;
  return (
    <UpdateDialog
      {...props}
      title={`Change plan or cloud of ${service.service_name}`}
      button="Change"
      body={{ ...(plan === service.plan ? {} : { plan }), ...(cloud === service.cloud_name ? {} : { cloud }) }}
      denied={isSame ? 'Nothing is changed.' : undefined}
    >
      <div class="columns">
        <Select
          name="change-plan"
          label="Plan"
          value={plan}
          options={[...new Set([service.plan, ...plans])]}
          onChoose={(name) => setQuery(app, { plan: name })}
        />
        <Select
          name="change-cloud"
          label="Cloud"
          value={cloud}
          options={[...new Set([service.cloud_name, ...clouds])]}
          onChoose={(name) => setQuery(app, { cloud: name })}
          hint="Backups that there are stay where they are."
        />
      </div>
    </UpdateDialog>
  );
};

/** Off or on again. */
export const PowerDialog = (props: DialogProps) => {
  const { service } = props.data;
  const isOff = service.state === 'POWEROFF';
  const removedAt = parseInstant(service.forkcast?.removed_at ?? '');
  const removal = removedAt === undefined ? '' : ` If it stays off, it is deleted at ${writeInstant(removedAt)}.`;
  return (
    <UpdateDialog
      {...props}
      title={`Power ${isOff ? 'on' : 'off'} ${service.service_name}`}
      button={isOff ? 'Power on' : 'Power off'}
      body={{ powered: isOff }}
      denied={
        service.termination_protection && !isOff
          ? `${service.service_name} is protected: take the protection off first.`
          : undefined
      }
    >
      <p>
        {isOff
          ? `It begins anew from its newest backup.${removal}`
          : 'It stops, and what was written after its newest backup may be lost. Its backups stay; off for very long, it is deleted.'}
      </p>
    </UpdateDialog>
  );
};

/** Protection from termination. */
export const ProtectionDialog = (props: DialogProps) => {
  const { service } = props.data;
  const isOn = service.termination_protection;
  return (
    <UpdateDialog
      {...props}
      title={isOn ? `Take the protection of ${service.service_name} off` : `Protect ${service.service_name}`}
      button={isOn ? 'Take it off' : 'Protect it'}
      body={{ termination_protection: !isOn }}
    >
      <p>
        {isOn ? 'It can be terminated and powered off then.' : 'It can neither be terminated nor powered off then.'}
      </p>
    </UpdateDialog>
  );
};
