import { useState } from 'preact/hooks';
import { useApp } from '../app';
import { Dialog, Field } from './dialog';

/** Asks for a token, over whatever the page shows: nothing that was typed there is lost. */
export const LoginDialog = () => {
  const { login, live } = useApp();
  const asked = login.asked.value;
  const [token, setToken] = useState('');
  if (asked === undefined) return null;
  const use = (value: string | undefined): void => {
    login.token.value = value;
    login.asked.value = undefined;
    live.tick.value += 1;
  };
  return (
    <Dialog title="Token">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (token.trim() !== '') use(token.trim());
          setToken('');
        }}
      >
        <p>{asked.sentence}</p>
        <Field name="token" label="Token" hint="It is kept in this tab alone, until the tab is closed.">
          <input
            id="token"
            type="password"
            autocomplete="off"
            value={token}
            onInput={(event) => setToken(event.currentTarget.value)}
          />
        </Field>
        <div class="buttons">
          <button type="submit" class="primary" disabled={token.trim() === ''}>
            Use this token
          </button>
        </div>
      </form>
    </Dialog>
  );
};
