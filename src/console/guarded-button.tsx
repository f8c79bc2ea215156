import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** A button that says why it does nothing, where it does nothing: it stays reachable, so that everybody can read why. */
export const GuardedButton = ({
  denied,
  onClick,
  children,
  primary = false,
  bad = false,
  type = 'button',
}: {
  readonly denied: string | undefined;
  readonly onClick?: () => void;
  readonly children: ComponentChildren;
  readonly primary?: boolean;
  readonly bad?: boolean;
  readonly type?: 'button' | 'submit';
}) => {
  const [asked, setAsked] = useState(false);
  const isDenied = denied !== undefined;
  return (
    <>
      <button
        type={isDenied ? 'button' : type}
        class={primary ? 'primary' : bad ? 'bad' : undefined}
        aria-disabled={isDenied}
        title={denied}
        onClick={() => (isDenied ? setAsked(true) : onClick?.())}
      >
        {children}
      </button>
      {isDenied && asked && (
        <span class="fault" role="status">
          {denied}
        </span>
      )}
      {isDenied && !asked && <span class="hidden">{denied}</span>}
    </>
  );
};
