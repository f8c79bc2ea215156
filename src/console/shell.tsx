import type { ComponentChild } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { AppProvider, setQuery, useApp, type App } from './app';
import { useLater } from './later';
import { ServicesPage } from './pages/services';
import { PlaceLink } from './place-link';
import type { Rest } from './rest';
import type { RestScript } from './rest-script';
import { writeRoute } from './route';
import { writeAge, writeInstant, writeShort } from '../time';
import { listZones } from './time/zones';
import { Waiting } from './trouble-box';
import { useZone } from './zone-choice';

/** All pages, with what stands around them. */
export const Shell = ({ app, script }: { readonly app: App; readonly script: RestScript }) => (
  <AppProvider value={app}>
    <a class="skip" href="#content">
      Skip to the content
    </a>
    <Bar />
    <Lost />
    <main id="content" tabIndex={-1}>
      <Page script={script} />
    </main>
    <Later script={script} />
    <Login script={script} />
  </AppProvider>
);

interface OfScript {
  readonly script: RestScript;
}

/** What is not in the first picture. The rest of the script is asked for by then, so that nothing that is done later waits for it. */
const Later = ({ script }: OfScript) => useLater() && <InRest script={script} show={drawerOf} />;
const drawerOf = ({ SimulationDrawer }: Rest): ComponentChild => <SimulationDrawer />;

const Login = ({ script }: OfScript) =>
  useApp().login.asked.value !== undefined && <InRest script={script} show={loginOf} />;
const loginOf = ({ LoginDialog }: Rest): ComponentChild => <LoginDialog />;

/** What is drawn by the rest of the script, once that is there. */
const InRest = ({
  script: { loaded, load },
  show,
  meanwhile = null,
}: OfScript & { readonly show: (rest: Rest) => ComponentChild; readonly meanwhile?: ComponentChild }) => {
  const rest = loaded.value;
  useEffect(() => void load().catch(() => undefined), []);
  return <>{rest === undefined ? meanwhile : show(rest)}</>;
};

/** Stands in the place of a page that the rest of the script draws. A newer server has another script, by another name. */
const Meanwhile = ({ script: { isLost } }: OfScript) => {
  const { route } = useApp();
  if (!isLost.value) return <Waiting what="The page is loaded" />;
  return (
    <section class="empty" role="alert">
      <h1>The script of this page was not to be had</h1>
      <p>The server does not answer, or has another version by now. Nothing that the address says is lost.</p>
      <p class="actions">
        <a href={`/console${writeRoute(route.value)}`}>Load the page anew</a>
      </p>
    </section>
  );
};

const Page = ({ script }: OfScript) => {
  const app = useApp();
  const { place } = app.route.value;
  const title =
    place.page === 'service' ? `${place.service} · ${place.project}` : place.page === 'review' ? 'Review' : 'Services';
  useEffect(() => app.outside.title(`${title} · Forkcast`), [title]);
  switch (place.page) {
    case 'services':
      return <ServicesPage />;
    case 'service':
      return (
        <InRest
          script={script}
          meanwhile={<Meanwhile script={script} />}
          show={({ ServicePage }) => <ServicePage key={`${place.project}/${place.service}`} place={place} />}
        />
      );
    case 'review':
      return (
        <InRest script={script} meanwhile={<Meanwhile script={script} />} show={({ ReviewPage }) => <ReviewPage />} />
      );
    case 'nowhere':
      return (
        <section class="empty">
          <h1>Nothing is at this address</h1>
          <p>The console has no page {place.path}.</p>
          <PlaceLink place={{ page: 'services' }}>See the services</PlaceLink>
        </section>
      );
  }
};

const Bar = () => {
  const { place } = useApp().route.value;
  return (
    <header class="bar">
      <PlaceLink place={{ page: 'services' }} class="brand">
        Forkcast
      </PlaceLink>
      <nav aria-label="Where this is" class="crumbs">
        {place.page === 'service' && (
          <>
            <PlaceLink place={{ page: 'services' }} query={{ filter: `project:${place.project}` }}>
              {place.project}
            </PlaceLink>
            {' / '}
            <PlaceLink place={{ page: 'services' }}>services</PlaceLink>
            {' / '}
            <span aria-current="page">{place.service}</span>
          </>
        )}
        {place.page === 'services' && <span aria-current="page">services</span>}
        {place.page === 'review' && <span aria-current="page">review</span>}
      </nav>
      <div class="pills">
        <PlaceLink place={{ page: 'review' }} class="pill">
          Open a review
        </PlaceLink>
        <ClockPill />
        <ZonePill />
      </div>
    </header>
  );
};

const ClockPill = () => {
  const { live } = useApp();
  const { now, clock } = live;
  if (now.value === undefined) return null;
  const simulated = clock.value !== 'real';
  const words =
    clock.value === 'frozen'
      ? `simulated registry · clock stands still at ${writeInstant(now.value)}`
      : `${simulated ? 'simulated clock · ' : ''}${writeInstant(now.value)}`;
  return (
    <span class="pill" title="The clock of the registry">
      {words} <Age />
    </span>
  );
};

/** How old what is shown is. */
const Age = () => {
  const { live, outside } = useApp();
  const [seconds, setSeconds] = useState(0);
  const heard = live.heardAt.value;
  useEffect(() => {
    let cancel = (): void => undefined;
    const look = (): void => {
      setSeconds(Math.max(0, Math.round((outside.now() - heard) / 1000)));
      cancel = outside.after(1000, look);
    };
    look();
    return () => cancel();
  }, [heard]);
  return <span class="age">as of {seconds < 2 ? 'now' : writeAge(heard, heard + seconds * 1000)}</span>;
};

const ZonePill = () => <label class="pill zone">UTC + {useLater() && <ZoneChoice />}</label>;

const ZoneChoice = () => {
  const app = useApp();
  const zone = useZone();
  const asked = app.route.value.query['zone'];
  const zones = useMemo(() => listZones(zone), [zone]);
  useEffect(() => {
    if (asked !== zone) setQuery(app, { zone });
  }, [asked, zone]);
  return (
    <select
      aria-label="Time zone beside UTC"
      value={zone}
      onChange={(event) => setQuery(app, { zone: event.currentTarget.value })}
    >
      {zones.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </select>
  );
};

const Lost = () => {
  const { live } = useApp();
  const trouble = live.lost.value;
  return (
    <div role="status" class={trouble === undefined ? 'lost none' : 'lost'}>
      {trouble !== undefined && `${trouble.sentence} What is shown is as of ${writeShort(live.heardAt.value)} UTC.`}
    </div>
  );
};
