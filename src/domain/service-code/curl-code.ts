import type { JsonObject } from '../json';
import { printable } from '../printable';
import { shellText } from '../shell-text';
import type { WrittenService } from './written-service';

/** Around the name of an environment variable: no text that is sent has such a character, since JSON escapes it. */
const mark = '\u0001';

/** The request that makes a service, for a shell that has `FORKCAST_REGISTRY` and `FORKCAST_TOKEN`. Never throws. */
export const curlCode = ({ project, fields, settingsWith }: WrittenService): string => {
  const { cloud_name: cloud, from, latest_transaction, ...rest } = fields;
  const own = Object.fromEntries(Object.entries(rest).filter(([name]) => name !== 'project'));
  const extension = {
    ...(from === undefined ? {} : { from }),
    ...(latest_transaction === true ? { latest_transaction } : {}),
  };
  const body: JsonObject = {
    ...own,
    ...(cloud === undefined ? {} : { cloud }),
    user_config: settingsWith((variable) => `${mark}${variable}${mark}`),
    ...(Object.keys(extension).length === 0 ? {} : { forkcast: extension }),
  };
  const sent = shellText(JSON.stringify(body)).replaceAll(/\\u0001(\w+)\\u0001/g, `'"$$$1"'`);
  return [
    `curl --fail-with-body "$FORKCAST_REGISTRY/v1/project/${encodeURIComponent(printable(project))}/service"`,
    '-H "Authorization: aivenv1 $FORKCAST_TOKEN"',
    `-H 'Content-Type: application/json'`,
    `--data ${sent}`,
  ].join(' \\\n  ');
};
