import type { ComponentChildren } from 'preact';
import { GuardedButton } from '../guarded-button';
import type { Act } from './act';

/** The end of a dialog, in sight also of a long one: what is in the way, a way out, and the button that says what it does. */
export const Foot = ({
  act,
  denied,
  onClose,
  children,
  bad = false,
}: {
  readonly act: Act;
  readonly denied: string | undefined;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  readonly bad?: boolean;
}) => (
  <div class="dialog-foot">
    {act.trouble !== undefined && (
      <p class="notice bad" role="alert">
        {act.trouble.sentence} {act.trouble.code !== '' && <code>{act.trouble.code}</code>}
      </p>
    )}
    <p class="hint">{denied}</p>
    <button type="button" onClick={onClose}>
      Cancel
    </button>
    <GuardedButton type="submit" primary={!bad} bad={bad} denied={act.busy ? 'It is being done.' : denied}>
      {children}
    </GuardedButton>
  </div>
);
