import { useEffect, useMemo, useRef } from 'preact/hooks';
import { counted, megabytesWords, sizeWords } from '../../domain';
import { useApp } from '../app';
import { useLoaded, type Loaded } from '../loaded';
import { PlaceLink } from '../place-link';
import { tabs, type Place, type Tab } from '../route';
import { readService, type ServiceData } from '../service-data';
import { writeDay, readWall } from '../../time';
import { findAtFault } from '../looking';
import { TroubleBox, Waiting } from '../trouble-box';
import { ServiceDialogs } from '../dialogs/service-dialogs';
import { BackupsTab } from './backups-tab';
import { ContentsTab } from './contents-tab';
import { EndedService } from './ended-service';
import { LagTab } from './lag-tab';
import { LineageTab } from './lineage-tab';
import { SettingsTab } from './settings-tab';
import { StateBadge } from './state-badge';
import { TimeLineTab } from './time-line-tab';

const tabNames: Readonly<Record<Tab, string>> = {
  'time-line': 'Time line',
  backups: 'Backups',
  contents: 'Contents',
  lineage: 'Lineage',
  lag: 'Replication lag',
  settings: 'Settings',
};

type ServicePlace = Extract<Place, { page: 'service' }>;

/** One service, with its tabs; of one that is gone, where it came from and what came of it. */
export const ServicePage = ({ place }: { readonly place: ServicePlace }) => {
  const { client, live } = useApp();
  const { project, service } = place;
  const loaded = useLoaded(`${project}/${service}`, () => readService(client, project, service));
  useEffect(() => {
    live.underWay.value = loaded.kind === 'ready' && isUnderWay(loaded.value);
  }, [loaded]);
  return (
    <>
      <Head place={place} loaded={loaded} />
      {loaded.kind === 'loading' && <Waiting what={`${service} is asked for`} />}
      {loaded.kind === 'failed' &&
        (loaded.trouble.kind === 'gone' ? (
          <EndedService place={place} trouble={loaded.trouble} />
        ) : (
          <TroubleBox trouble={loaded.trouble} />
        ))}
      {loaded.kind === 'ready' && (
        <>
          <AtFault {...loaded.value} />
          <ServiceTab tab={place.tab} data={loaded.value} />
          <ServiceDialogs data={loaded.value} />
        </>
      )}
    </>
  );
};

/** A link that was cut off on its way means another instant than the one that is shown. */
const AtFault = ({ story }: ServiceData) => {
  const fault = findAtFault(useApp().route.value.query['at'], story);
  return fault === undefined ? null : (
    <p class="notice bad" role="alert">
      {fault}
    </p>
  );
};

const isUnderWay = ({ service }: ServiceData): boolean => typeof service.forkcast?.progress_percent === 'number';

const ServiceTab = ({ tab, data }: { readonly tab: Tab; readonly data: ServiceData }) => {
  switch (tab) {
    case 'time-line':
      return <TimeLineTab data={data} />;
    case 'backups':
      return <BackupsTab data={data} />;
    case 'contents':
      return <ContentsTab data={data} />;
    case 'lineage':
      return <LineageTab data={data} />;
    case 'lag':
      return <LagTab data={data} />;
    case 'settings':
      return <SettingsTab data={data} />;
  }
};

const Head = ({ place, loaded }: { readonly place: ServicePlace; readonly loaded: Loaded<ServiceData> }) => {
  const data = loaded.kind === 'ready' ? loaded.value : undefined;
  const nav = useRef<HTMLElement>(null);
  // On a phone the tabs scroll in their line.
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [place.tab]);
  return (
    <>
      <div class="service-head">
        <div class="title">
          <h1>{place.service}</h1>
          {data !== undefined && (
            <StateBadge
              state={data.service.state}
              percent={data.service.forkcast?.progress_percent ?? null}
              phase={data.service.forkcast?.progress_phase ?? null}
            />
          )}
        </div>
        {data !== undefined && <About data={data} />}
        {data !== undefined && isUnderWay(data) && <Progress data={data} />}
      </div>
      <nav ref={nav} class="tabs" aria-label={`Pages of ${place.service}`}>
        {tabs.map((tab) => (
          <PlaceLink
            key={tab}
            place={{ ...place, tab }}
            {...(tab === place.tab ? { 'aria-current': 'page' as const } : {})}
          >
            {tabNames[tab]}
          </PlaceLink>
        ))}
      </nav>
    </>
  );
};

const About = ({ data }: { readonly data: ServiceData }) => {
  const { project, service, story, descendants } = data;
  const facts = useMemo(() => {
    const made = readWall('UTC', story.createdAt);
    const disk = service.disk_space_mb;
    const used = story.lanes.flatMap(({ backups }) => backups).at(-1)?.sizeBytes ?? undefined;
    return [
      `${service.plan}, ${counted(service.node_count, 'node')}`,
      service.cloud_name,
      `${disk === 0 ? 'no' : megabytesWords(disk)} disk${used === undefined ? '' : `, ${sizeWords(used)} in the newest backup`}`,
      `made ${writeDay(made)} ${made.year}`,
    ];
  }, [data]);
  const version = Object.entries(service.user_config).find(([key]) => key.endsWith('_version'))?.[1];
  const forks = descendants.filter(({ depth }) => depth === 1).length;
  const ownership = service.forkcast?.ownership;
  const owner = ownership?.owner ?? null;
  return (
    <p class="about">
      <b>
        {service.service_type}
        {typeof version === 'string' ? ` ${version}` : ''}
      </b>
      {facts.map((fact) => ` · ${fact}`)} · <b>{forks === 0 ? 'no forks' : counted(forks, 'fork')}</b>
      {owner !== null && ` · held by ${owner.stack}`}
      {ownership !== undefined && owner === null && (
        <>
          {' · '}
          <PlaceLink place={{ page: 'service', project, service: service.service_name, tab: 'settings' }}>
            nobody holds it
          </PlaceLink>
        </>
      )}
      {service.termination_protection && ' · protected'}
    </p>
  );
};

const Progress = ({ data }: { readonly data: ServiceData }) => {
  const percent = Math.floor(data.service.forkcast?.progress_percent ?? 0);
  const phase = data.service.forkcast?.progress_phase ?? data.service.state.toLowerCase();
  return (
    <div role="status">
      <div
        class="progress"
        role="progressbar"
        aria-label={`${data.service.service_name}: ${phase}`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <div style={{ width: `${percent}%` }} />
      </div>
      <p class="faint">
        {phase}, {percent} %
      </p>
    </div>
  );
};
