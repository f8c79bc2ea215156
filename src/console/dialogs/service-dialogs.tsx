import { setQuery, useApp } from '../app';
import type { ServiceData } from '../service-data';
import { ChangeDialog, PowerDialog, ProtectionDialog } from './change';
import { ForkDialog } from './fork';
import { RenameDialog } from './rename';
import { SecondLocationDialog } from './second-location';
import { TerminateDialog } from './terminate';
import { TimeDialog } from './time';

const ownQuery = {
  dialog: undefined,
  time: undefined,
  second: undefined,
  source: undefined,
  version: undefined,
  backup: undefined,
  name: undefined,
} as const;
const targetQuery = { project: undefined, cloud: undefined, plan: undefined, disk: undefined } as const;

/** The dialog that the address names, over the page of its service. */
export const ServiceDialogs = ({ data }: { readonly data: ServiceData }) => {
  const app = useApp();
  const onClose = (): void => setQuery(app, { ...ownQuery, ...targetQuery });
  const props = { data, onClose };
  switch (app.route.value.query['dialog']) {
    case 'fork':
      return <ForkDialog {...props} />;
    case 'second-location':
      return <SecondLocationDialog {...props} />;
    case 'plan':
      return <ChangeDialog {...props} />;
    case 'power':
      return <PowerDialog {...props} />;
    case 'protection':
      return <ProtectionDialog {...props} />;
    case 'rename':
      return <RenameDialog {...props} />;
    case 'terminate':
      return <TerminateDialog {...props} />;
    case 'time':
      return <TimeDialog {...props} />;
    default:
      return null;
  }
};
