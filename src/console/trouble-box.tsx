import { useApp } from './app';
import { PlaceLink } from './place-link';
import type { Trouble } from './trouble';

const titles = {
  offline: 'The registry does not answer',
  login: 'A token is needed',
  forbidden: 'This token may not see that',
  gone: 'It is not there',
  refused: 'The registry refused',
  failed: 'Something went wrong',
} as const;

/** What is shown in the place of what cannot be had: why, and the next step. */
export const TroubleBox = ({ trouble }: { readonly trouble: Trouble }) => {
  const { live, login } = useApp();
  return (
    <section class="empty" role="alert">
      <h2>{titles[trouble.kind]}</h2>
      <p>{trouble.sentence}</p>
      {trouble.code !== '' && (
        <p class="faint">
          <code>{trouble.code}</code>
        </p>
      )}
      <p class="actions">
        {trouble.kind === 'forbidden' || trouble.kind === 'login' ? (
          <button onClick={() => (login.asked.value = trouble)}>Use another token</button>
        ) : (
          <button onClick={() => (live.tick.value += 1)}>Ask again</button>
        )}
        {trouble.kind === 'gone' && <PlaceLink place={{ page: 'services' }}>See the services</PlaceLink>}
      </p>
    </section>
  );
};

/** What is shown while nothing is there yet. */
export const Waiting = ({ what }: { readonly what: string }) => (
  <section class="empty waiting" role="status">
    <p>{what} …</p>
  </section>
);
