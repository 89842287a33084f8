/** Style of the status page, in the colours that the reader's system asks for. */
export const PAGE_STYLE = `:root {
  color-scheme: light dark;
  --ink: #1c2430; --soft: #566070; --paper: #ffffff; --line: #d5dae1; --link: #0b57a4; --bad: #a4161a;
}
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e8ee; --soft: #9aa5b4; --paper: #12161c; --line: #313a46; --link: #82b8ff; --bad: #ff8f8f; }
}
body { margin: 0 auto; max-width: 72rem; padding: 1rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; }
header { display: flex; flex-wrap: wrap; gap: 0 2rem; align-items: baseline; }
h1 { font-size: 1.4rem; margin: 0; }
h2, caption { font-size: 1.1rem; font-weight: 600; text-align: left; margin: 1.5rem 0 0; padding: 0 0 .3rem; }
nav a { margin-right: .8rem; }
a { color: var(--link); }
.table { overflow-x: auto; margin-top: 1.5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); white-space: nowrap; }
th { font-weight: 600; color: var(--soft); }
.number { font-variant-numeric: tabular-nums; }
.bad { color: var(--bad); font-weight: 600; }
footer { margin-top: 2rem; color: var(--soft); }
`;

export const PAGE_ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">
<path fill="#0b57a4" d="M1 3h14v2H1zM3 7h10v2H3zM6 11h4v2H6z"/></svg>
`;
