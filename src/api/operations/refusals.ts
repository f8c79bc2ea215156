import { refusalStatuses, type RefusalCode } from '../../domain';
import { namesOf } from './names-of';

/** The codes that begin with one of these texts. */
export const codesLike = (...starts: readonly string[]): readonly RefusalCode[] =>
  namesOf(refusalStatuses).filter((code) => starts.some((start) => code.startsWith(start)));

/** Of what needs a service that answers. */
export const notRunning = ['cloud_down', 'service_not_ready', 'service_powered_off'] as const;

/** Of settings that are judged before anything else of them. */
export const settingsRefused = codesLike('backup_region_', 'user_config_', 'version_').concat(
  'fork_type_unsupported',
  'operation_not_simulated',
  'owner_invalid',
  'recovery_backup_name_invalid',
  'recovery_key_unsupported',
  'recovery_time_invalid',
);
