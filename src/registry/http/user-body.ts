import type { UserBody } from '../../api';
import { given, type JsonObject } from '../../domain';
import type { DataUser } from '../registry';

/** A database user as the API shows it. */
export const userBody = ({ username, kind, password, accessControl }: DataUser): UserBody & JsonObject => ({
  username,
  type: kind,
  password,
  ...given({ access_control: accessControl }),
});
