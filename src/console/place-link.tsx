import type { ComponentChildren } from 'preact';
import { go, useApp } from './app';
import { writeRoute, type Place, type Route } from './route';

/** A link to a state of the pages, which another tab can open too. */
export const PlaceLink = ({
  place,
  query = {},
  children,
  ...rest
}: {
  readonly place: Place;
  readonly query?: Route['query'];
  readonly class?: string;
  readonly 'aria-current'?: 'page';
  readonly children: ComponentChildren;
}) => {
  const app = useApp();
  const address = writeRoute({ place, query: { ...query, ...app.along.value } });
  return (
    <a
      {...rest}
      href={`/console${address}`}
      onClick={(event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        go(app, place, query);
      }}
    >
      {children}
    </a>
  );
};
