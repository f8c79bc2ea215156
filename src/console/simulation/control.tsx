import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Act } from '../dialogs/act';

/** One kind of thing that can be moved, with why it was not. */
export const Control = ({
  title,
  act,
  children,
}: {
  readonly title: string;
  readonly act: Act;
  readonly children: ComponentChildren;
}) => {
  const id = useId();
  return (
    <section class="control" aria-labelledby={id}>
      <h2 class="panel-title" id={id}>
        {title}
      </h2>
      {children}
      {act.trouble !== undefined && (
        <p class="fault" role="alert">
          {act.trouble.sentence}
        </p>
      )}
    </section>
  );
};
