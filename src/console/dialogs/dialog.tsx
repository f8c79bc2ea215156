import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useApp } from '../app';

/** A native dialog that is open as long as it is drawn. Nothing under it moves; Escape closes it, unless `onClose` is not given;
 * then the focus is where it was before. */
export const Dialog = ({
  title,
  onClose,
  children,
  wide = false,
}: {
  readonly title: string;
  readonly onClose?: () => void;
  readonly children: ComponentChildren;
  readonly wide?: boolean;
}) => {
  const { live } = useApp();
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const opener = element.current?.ownerDocument.activeElement;
    element.current?.showModal();
    // Not on the first of a group, but on the one that is chosen.
    element.current?.querySelector<HTMLElement>('input:checked')?.focus();
    live.dialogs.value += 1;
    return () => {
      live.dialogs.value -= 1;
      // A browser does so by itself only for a dialog that is closed, not for one that is taken away.
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      class={wide ? 'wide' : ''}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
};

/** A field with its name, and under it why what is in it cannot be. */
export const Field = ({
  name,
  label,
  fault,
  hint,
  children,
}: {
  readonly name: string;
  readonly label: string;
  readonly fault?: string | undefined;
  readonly hint?: string | undefined;
  readonly children: ComponentChildren;
}) => (
  <div class={fault === undefined ? 'field' : 'field bad'}>
    <label for={name}>{label}</label>
    {children}
    <div id={`${name}-fault`} class="fault" role={fault === undefined ? undefined : 'alert'}>
      {fault}
    </div>
    {hint !== undefined && fault === undefined && <div class="hint">{hint}</div>}
  </div>
);
