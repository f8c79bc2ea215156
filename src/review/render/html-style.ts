import { sharedStyle } from './shared-style';

/** The style of the page: the system's own letters, light or dark as the reader has it, one column that a phone can show. */
export const htmlStyle = `
${sharedStyle}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:14px/20px var(--sans)}
main{max-width:62rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:24px;line-height:32px;font-weight:600;margin:.25rem 0 .5rem}
h2{font-size:20px;line-height:28px;font-weight:600;margin:0;overflow-wrap:anywhere}
code{font:12px/18px var(--mono);overflow-wrap:anywhere}
p{margin:.35rem 0}
.faint{color:var(--muted);font-size:12px;line-height:16px}
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
svg{display:block}
.axis{height:auto}
summary{cursor:pointer}summary>strong{overflow-wrap:anywhere}
@media(max-width:36rem){main{padding:.75rem .6rem 3rem}section,header{padding:.85rem .8rem}h1{font-size:1.25rem}
dl{grid-template-columns:1fr;gap:0}dd{margin:0 0 .5rem}}
@media print{body{background:none}section,header{break-inside:avoid}.axis{width:100%}}
`.trim();
