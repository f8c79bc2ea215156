import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

const given = [
  ['projects, their organization and default cloud', '`GET /v1/project`'],
  ['clouds on offer', '`GET /v1/project/P/clouds`'],
  ['services: type, plan, cloud, state, disk, settings, tags, integrations', '`GET /v1/project/P/service?include_secrets=false`'],
  ['backups: name, time, size, location, regions of copies', '`GET /v1/project/P/service/S/backups`'],
  ['recovery windows, both locations', '`pitr` of the same answer'],
  ['lag of a second region', 'inferred: the end of its window, seen from the clock of the answer'],
  ['second backup region', 'inferred: `additional_backup_regions` of the settings'],
  ['nodes, disk of a plan, price', 'inferred: the catalogue of this release'],
  ['the time', 'header `Date` of the answers'],
];

/** What is read of a real account, and which rules are undecided for what is not published. */
export default (dist) => {
  const { asPublished, unpublishedFacts, unpublishedWords, defaultCatalogue } = require(join(dist, 'domain/index.js'));
  const { allRules, reviewOf } = require(join(dist, 'rules/index.js'));
  const { exampleCases } = require(join(dist, 'rules/example.js'));
  const { examplesByRule } = require(join(dist, 'rules/examples.js'));
  const undecidedBy = (rule, example, facts) =>
    reviewOf([example.request, ...(example.siblings ?? [])], {
      facts,
      catalogue: facts.catalogue ?? defaultCatalogue,
      rules: [rule],
      ...(example.terms === undefined ? {} : { terms: example.terms }),
    }).undecided.flatMap(({ missing }) => missing);
  const rulesFor = (fact) =>
    allRules
      .filter((rule) =>
        exampleCases(examplesByRule[rule.id]).some(
          ({ example }) =>
            example.facts !== null &&
            undecidedBy(rule, example, asPublished({ ...example.facts, unpublished: [fact] })).includes(unpublishedWords[fact]),
        ),
      )
      .map(({ id }) => `[${id}](rules/${id}.md)`);
  const own = { 'region-change': 'placement/backup-region-changed-recently', 'access-history': 'recovery/deleted-comes-back' };
  const rows = unpublishedFacts.map((fact) => {
    const rules = rulesFor(fact);
    const known = own[fact] === undefined ? [] : [`[${own[fact]}](rules/${own[fact]}.md)`];
    return `| ${unpublishedWords[fact].replace(/, which is not published|, which are not published/, '')} | not published | ${[...rules, ...known].join(', ') || 'none'} |`;
  });
  return {
    'docs/real-accounts.md': `# Real accounts

Forkcast judges by the facts of a real account at the vendor, read **by GET alone**. It was written from the vendor's documents, schemas and
clients, and has **never been run against the live vendor**. Tell us what is different there.

\`\`\`sh
export FORKCAST_REGISTRY=https://api.aiven.io AIVEN_TOKEN=...   # a token that may read
terraform show -json plan.out > plan.json
forkcast check plan.json                                        # or review, recover; or cdktf synth
\`\`\`

- **The token** stands in \`FORKCAST_TOKEN\`, or in \`AIVEN_TOKEN\`, which goes only over https to api.aiven.io or to the host that
  \`AIVEN_WEB_URL\` names. Redirects are not followed. It needs to read projects and services; a project that it may not read (403) is
  *undecided*, and named.
- **What is read**: one list of projects; of each project that is named its clouds and services; the backups of each service that is judged
  or forked from. \`recover\` and \`registry snapshot\` read all of them. The number of requests is said afterwards, and from 100 on
  before; \`--max-requests N\` bounds it.
- **How fast**: at most 100 requests in a minute, counted over all processes of a token on this machine, and none before the instant that
  the other side asks for (\`Retry-After\`, or "try again in 28s"). The count is a file in the user's cache folder.
- **The network**: requests go through the proxy of \`HTTPS_PROXY\` (\`HTTP_PROXY\` for http), which sees the name of the host alone, unless
  \`NO_PROXY\` has it or it is this machine. \`NODE_EXTRA_CA_CERTS=ca.pem\` trusts an authority of your own; a certificate
  that nobody trusts is refused at once.
- **Pages**: a list that says that it goes on (a cursor, a next page) is never taken for whole. What it may lack is undecided: projects, what is in
  a project, what rests on the backups of a service. Commands that show such a list refuse it.
- **The cache**: what \`check\`, \`review\`, \`recover\` and a synth read serves the next of them for a minute, and each says how old it is;
  \`--max-age 0s\` reads anew. It is a file of the user alone (0600), without secrets: where something in it looks like one, it is not kept.
  \`registry snapshot\` always reads. The Terraform provider reads once for all that one command plans, again after five seconds where it may be
  an apply and after whatever it changed, and says the count and the clock in its log and to \`FORKCAST_PROGRESS=1\`.
- **One rule**: \`forkcast explain RULE --for SERVICE\` (or \`--for plan.json\`) says what it makes of it by the account, and by which facts.
- **What cannot be read** as a service (a state that nobody knows, a field that is missing) is undecided, and told with its name.
- **The clock** is that of the answers. Where it differs from this machine's, what is judged within the difference is undecided.
  \`forkcast registry serve --strict-vendor\` answers with the clock of its registry: one that is frozen or moved is as far off as it shows.
- **What Forkcast does not do there**: anything but GET, but for [forks that you allow](#forks). Whatever else is asked for is refused before it
  is sent (\`FC_REAL_ACCOUNT\`), by the command line, the local-exec backend and the provider alike.
- **In a pipeline without a token**: \`forkcast registry snapshot --out facts.json\` where there is one, \`--registry facts:facts.json\` where
  there is none. A check warns when the snapshot is older than it is good for (\`--good-for\`).
- **On a schedule**: [examples/ci/scheduled.yml](../examples/ci/scheduled.yml) asks whether forks will work tomorrow, and what expires this week.

## Forks

The Terraform provider makes, changes and ends forks where its block says so by name; no variable of the environment does.

\`\`\`hcl
provider "forkcast" {
  registry   = "https://api.aiven.io"
  allow_real = ["project-a"]
  real_forks = { most = 3, plans = ["startup-4"], live_for = "48h", dry_run = true }
}

resource "forkcast_service" "fork" {
  service_name = "orders-fork"
  service_type = "pg"
  plan         = "startup-4"
  cloud_name   = "google-europe-west1"
  tags         = { forkcast_expires = "2026-12-03T18:00:00Z" }
  user_config {
    service_to_fork_from = "orders"
  }
}
\`\`\`

With constructs: \`allowReal: ['project-a'], realForks: { most: 3, plans: ['startup-4'], liveFor: '48h' }\` of \`Forkcast\`, and the backend \`provider\`.

- **Bounds**: forks alone, with one of these plans, no more at once than \`most\`, each with its end in the tag \`forkcast_expires\`, at most
  \`live_for\` away. Ending them then is yours: nothing sweeps. Termination protection is never taken off. A plan is refused where one of
  these is surely broken (\`FC_REAL_FORK_REFUSED\`); what it cannot know yet, the apply compares before it sends anything.
- **A dry run** tells the requests that an apply would send, as an error, and sends none.
- **Whose a fork is** stands in tags of the request that makes it: \`forkcast_owner\`, and \`forkcast_service\`, which names this very service, so
  that tags which were copied to another one say nothing. They are no part of \`tags\` of the resource. Before every change, and before every
  DELETE, the service is read and its tag and time of creation are compared. Between that GET and the request somebody may still end it and
  make another of its name: the vendor's API has no precondition.
- **Tags that are gone, or another's**: the service is left as it is, and the state lets go of it. To adopt it, write the tags with the vendor's
  tools: \`avn service tags update NAME --project P --add-tag forkcast_owner=ID --add-tag forkcast_service=P/NAME\`, and import it by
  \`P/NAME@ID\`. An import without the id of the owner that the tags name is refused in the plan, which tells a new id and that command: nobody
  takes over what another state holds by its id.
- **Waiting**: a new fork may answer 404 or 403, and flicker; it is ready once five looks in a row say RUNNING, with passwords. A create whose
  answer was lost, or was an error, is looked for a minute long before it counts as failed, and never asked for twice without a look.
- **Not there**: what is inside of a service (databases, users, pools), integrations and \`forkcast_service_connection\`, which gets no password.
- **Tried** against \`forkcast registry serve --strict-vendor\`, never against the live vendor: random walks, and the stories of the provider's
  acceptance tests driven by Terraform, each command of which meets a law of the vendor's API drawn by a seed (\`npm run test:matrix --
  provider-strict\`). At the end the account's own list is counted: no fork without a state, none twice, nothing of another ended.
- **How long it took** is written down by \`forkcast service wait NAME --record forkcast.runs.json\`, by GET alone: \`forkcast recover\` judges the time
  of a restore [by such runs](recover.md#recorded-runs).

## What is known, and from where

| field | from |
|---|---|
${given.map(([field, from]) => `| ${field} | ${from} |`).join('\n')}

## What is not published

No verdict rests on it: a rule that comes to another verdict when it is otherwise is undecided, and names it.

| field | from | rules that it leaves undecided |
|---|---|---|
${rows.join('\n')}

\`forkcast recover\` needs three of them besides: the series of backups of OpenSearch, the time of a power-off, and the time of copies for
types without a log; such a cell is unknown.
`,
  };
};
