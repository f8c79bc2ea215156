import type { UserBody } from '../../api';
import { given, redactedText, type JsonObject } from '../../domain';
import { sealedPassword } from '../passwords';
import type { DataUser, ServiceDetail } from '../registry';
import { certificatesEnd, userCertificate } from './certificates';

/** A database user as the API shows it. */
export const userBody = (detail: ServiceDetail, user: DataUser): UserBody & JsonObject => ({
  username: user.username,
  type: user.kind,
  password: user.password,
  ...given({ access_control: user.accessControl }),
  ...(detail.facts.type === 'kafka' ? certificateBody(detail, user) : {}),
});

/** How users of a Kafka sign in beside their passwords. The key follows from the password, and is shown to whoever is shown that. */
const certificateBody = (
  { facts: { project }, certificateSeed }: ServiceDetail,
  { username, password }: DataUser,
): JsonObject => {
  const isHidden = password === redactedText || password === sealedPassword;
  const made = isHidden ? undefined : userCertificate(certificateSeed, project, { name: username, secret: password });
  return {
    access_cert: made?.certificate ?? password,
    access_key: made?.key ?? password,
    access_cert_not_valid_after_time: certificatesEnd,
  };
};

/** The same of the administrator, where a service tells how to connect to it. */
export const administratorCertificate = (detail: ServiceDetail, admin: DataUser): JsonObject => {
  const { access_cert: certificate = '', access_key: key = '' } = certificateBody(detail, admin);
  return { kafka_access_cert: certificate, kafka_access_key: key };
};
