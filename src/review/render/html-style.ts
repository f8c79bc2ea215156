/** The style of the page: the system's own letters, light or dark as the reader has it, one column that a phone can show. */
export const htmlStyle = `
:root{color-scheme:light dark;--page:#f6f7f9;--card:#fff;--ink:#1c2128;--faint:#59636e;--line:#d5dae1;--error:#c62828;--warning:#8a5a00;
--good:#1a7f37;--note:#0b62c4;--primary:#3b78c9;--secondary:#8e63c7;--track:#e6e9ee;--gap:#d98e00}
@media(prefers-color-scheme:dark){:root{--page:#0e1116;--card:#171b22;--ink:#e6e9ed;--faint:#9aa4b0;--line:#2e353f;--error:#ff7b72;
--warning:#e3b341;--good:#57c26a;--note:#6cb2ff;--primary:#5b9be6;--secondary:#b491ec;--track:#262d37;--gap:#e3a43a}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
main{max-width:62rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.5rem;line-height:1.3;margin:.25rem 0 .5rem}
h2{font-size:1.15rem;line-height:1.35;margin:0;overflow-wrap:anywhere}
code{font:.9em ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
p{margin:.35rem 0}
.faint,figcaption{color:var(--faint);font-size:.875rem}
section,header{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1rem 1.15rem;margin:0 0 1rem}
header{border-top:5px solid var(--good)}header.stop{border-top-color:var(--error)}header.unsure{border-top-color:var(--warning)}
.brand{font-size:.8rem;letter-spacing:.08em;text-transform:uppercase;color:var(--faint)}
.mark{display:inline-block;font-size:.75rem;font-weight:700;text-transform:uppercase;letter-spacing:.04em;border:1px solid currentColor;
border-radius:999px;padding:.05rem .55rem;margin:0 .5rem .25rem 0;vertical-align:.1em}
.error,.loss{color:var(--error)}.warning,.unsure{color:var(--warning)}.good{color:var(--good)}.note{color:var(--note)}.known{color:var(
--faint)}
.destroyed{border-left:4px solid var(--error);padding:.4rem .8rem;margin:.75rem 0;font-weight:600;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:7.5rem 1fr;gap:.3rem 1rem;margin:.75rem 0}
dt{color:var(--faint)}dd{margin:0;overflow-wrap:anywhere}
ul.findings{list-style:none;margin:.75rem 0 0;padding:0}
ul.findings li{border-top:1px solid var(--line);padding:.65rem 0 .35rem;overflow-wrap:anywhere}
.scroll{overflow-x:auto;margin-top:.75rem}
table{border-collapse:collapse;width:100%;font-size:.925rem}
th,td{text-align:left;padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line);vertical-align:top}
figure{margin:.75rem 0}
figcaption{display:flex;justify-content:space-between;flex-wrap:wrap;gap:.25rem 1rem}
figcaption .at{color:var(--error);font-weight:600}
svg{display:block;overflow:visible}
svg text{fill:var(--ink);font:14px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
svg text.faint{fill:var(--faint);font-size:12.5px}svg text.name{font-weight:600}
.lineage .line{fill:none;stroke:var(--faint);stroke-width:1.5}
circle{fill:var(--primary);stroke:var(--primary);stroke-width:2}
circle.new{fill:var(--card)}circle.replaced,circle.destroyed{fill:var(--error);stroke:var(--error)}
circle.gone,circle.unknown{fill:var(--track);stroke:var(--faint)}
.track{fill:var(--track)}rect.primary{fill:var(--primary)}rect.secondary{fill:var(--secondary)}rect.gap{fill:var(--gap)}
line.backup{stroke:var(--ink);stroke-width:1.5;opacity:.55}
line.point{stroke:var(--error);stroke-width:2.5}
@media(max-width:36rem){main{padding:.75rem .6rem 3rem}section,header{padding:.85rem .8rem}h1{font-size:1.25rem}
dl{grid-template-columns:1fr;gap:0}dd{margin:0 0 .5rem}}
@media print{body{background:none}section,header{break-inside:avoid}}
`.trim();
