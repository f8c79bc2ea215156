import type { ComponentChildren } from 'preact';

/** A table that scrolls in its own frame where the page is narrow. */
export const DataTable = ({
  label,
  columns,
  children,
  look = '',
}: {
  readonly label: string;
  /** `tall`: it scrolls in a frame of its own; `stacked`: its cells stand one below the other on a phone. */
  readonly look?: '' | 'tall' | 'stacked';
  /** One that is of numbers stands at its right edge, as they do. */
  readonly columns: readonly (string | { readonly numbers: string })[];
  readonly children: ComponentChildren;
}) => (
  <div class={`scroll ${look}`} tabIndex={0} role="region" aria-label={label}>
    <table>
      <thead>
        <tr>
          {columns.map((column) => {
            const [name, look] = typeof column === 'string' ? [column, undefined] : [column.numbers, 'number'];
            return (
              <th key={name} scope="col" class={look}>
                {name}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);
