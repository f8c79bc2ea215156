/** The colours of the console, by its names: a test holds both to each other. */
const lightColours = {
  page: '#f6f7f9',
  card: '#ffffff',
  line: '#dfe4ea',
  edge: '#8793a1',
  ink: '#16202c',
  muted: '#566372',
  quiet: '#f0f2f5',
  primary: '#0f7b8a',
  'primary-soft': '#d5eef1',
  secondary: '#6b4fbb',
  'secondary-soft': '#e6e0f7',
  good: '#1a733b',
  careful: '#9a5b00',
  bad: '#b3261e',
} as const;

type Colours = Readonly<Record<keyof typeof lightColours, string>>;

const darkColours: Colours = {
  page: '#0f141a',
  card: '#171e26',
  line: '#2a3440',
  edge: '#6b7a8b',
  ink: '#e6ebf1',
  muted: '#9aa8b7',
  quiet: '#10161d',
  primary: '#3fb6c6',
  'primary-soft': '#133a41',
  secondary: '#a68cf0',
  'secondary-soft': '#2c2450',
  good: '#5fc98a',
  careful: '#e0a64a',
  bad: '#f2887f',
};

const tokens = (colours: Colours): string =>
  `:root{color-scheme:light dark;${Object.entries(colours)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';')}}`;

/** The style of the page: the system's own letters, light or dark as the reader has it, one column that a phone can show. */
export const htmlStyle = `
${tokens(lightColours)}
@media(prefers-color-scheme:dark){${tokens(darkColours)}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:14px/20px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",
sans-serif}
main{max-width:62rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:24px;line-height:32px;font-weight:600;margin:.25rem 0 .5rem}
h2{font-size:20px;line-height:28px;font-weight:600;margin:0;overflow-wrap:anywhere}
code{font:12px/18px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
p{margin:.35rem 0}
.faint,figcaption{color:var(--muted);font-size:12px;line-height:16px}
section,header{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1rem 1.15rem;margin:0 0 1rem}
header{border-top:5px solid var(--good)}header.stop{border-top-color:var(--bad)}header.unsure{border-top-color:var(--careful)}
.brand{font-size:.8rem;letter-spacing:.08em;text-transform:uppercase;color:var(--muted)}
.mark{display:inline-block;font-size:.75rem;font-weight:700;text-transform:uppercase;letter-spacing:.04em;border:1px solid currentColor;
border-radius:999px;padding:.05rem .55rem;margin:0 .5rem .25rem 0;vertical-align:.1em}
.error,.loss{color:var(--bad)}.warning,.unsure{color:var(--careful)}.good{color:var(--good)}.note{color:var(--primary)}
.known{color:var(--muted)}
.destroyed{border-left:4px solid var(--bad);padding:.4rem .8rem;margin:.75rem 0;font-weight:600;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:7.5rem 1fr;gap:.3rem 1rem;margin:.75rem 0}
dt{color:var(--muted)}dd{margin:0;overflow-wrap:anywhere}
ul.findings{list-style:none;margin:.75rem 0 0;padding:0}
ul.findings li{border-top:1px solid var(--line);padding:.65rem 0 .35rem;overflow-wrap:anywhere}
.scroll{overflow-x:auto;margin-top:.75rem}
table{border-collapse:collapse;width:100%;font-size:.925rem}
th,td{text-align:left;padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line);vertical-align:top}
figure{margin:.75rem 0}
figcaption{display:flex;justify-content:space-between;flex-wrap:wrap;gap:.25rem 1rem}
figcaption .at{color:var(--card);background:var(--ink);border-radius:999px;padding:1px 10px;font-weight:600}
svg{display:block;overflow:visible}
svg text{fill:var(--ink);font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
svg .faint{fill:var(--muted);font-size:11px}svg .name{font-weight:600}
.lineage .line{fill:none;stroke:var(--muted);stroke-width:1.5}
circle{fill:var(--primary);stroke:var(--primary);stroke-width:2}
circle.new{fill:var(--card)}circle.replaced,circle.destroyed{fill:var(--bad);stroke:var(--bad)}
circle.gone,circle.unknown{fill:var(--quiet);stroke:var(--muted)}
.track{fill:var(--quiet)}rect.primary{fill:var(--primary-soft);stroke:var(--primary)}
rect.secondary{fill:var(--secondary-soft);stroke:var(--secondary)}rect.gap{fill:var(--card);stroke:var(--bad);stroke-dasharray:3 2}
.diamond path{fill:var(--primary)}.diamond.secondary path{fill:var(--secondary)}
line.point{stroke:var(--ink);stroke-width:2}circle.knob{fill:var(--card);stroke:var(--ink);stroke-width:2}
summary{cursor:pointer}summary>strong{overflow-wrap:anywhere}
@media(max-width:36rem){main{padding:.75rem .6rem 3rem}section,header{padding:.85rem .8rem}h1{font-size:1.25rem}
dl{grid-template-columns:1fr;gap:0}dd{margin:0 0 .5rem}}
@media print{body{background:none}section,header{break-inside:avoid}}
`.trim();
