import type { JsonObject } from '../../domain';
import { UsageError } from '../errors';
import type { Inputs, Typed } from '../inputs';
import { parseSettings } from '../settings';

/** Repeated `-c KEY=VALUE` of something that is no service: a value is JSON where it reads as such. */
export const settingsInput = (inputs: Inputs, description: string): Typed<JsonObject> => {
  const pairs = inputs.textList('-c <key=value>', description);
  return () => parseSettings('', pairs());
};

/** Settings that take the place of the ones there are. @throws UsageError when there is none. */
export const newSettings = (inputs: Inputs): Typed<{ readonly user_config: JsonObject }> => {
  const settings = settingsInput(inputs, 'a setting; repeat it');
  return () => {
    const given = settings();
    if (Object.keys(given).length > 0) return { user_config: given };
    throw new UsageError('Nothing to change was given: name a setting with -c KEY=VALUE.');
  };
};
