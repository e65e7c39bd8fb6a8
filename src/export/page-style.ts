/** The look of an exported page, on the screen, in the dark and on paper. */
export const pageStyle: string = `
:root { color-scheme: light dark; --accent: #1f4e8c; --quiet: #595959; }
@media (prefers-color-scheme: dark) { :root { --accent: #8ab4f8; --quiet: #b0b0b0; } }
* { box-sizing: border-box; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.25rem 0 .25rem; }
h1 { margin-top: 0; font-size: 2rem; }
h2 { color: var(--accent); border-bottom: 1px solid; font-size: 1.3rem; margin-top: 2rem; }
h3, h4, h5, h6 { font-size: 1.05rem; }
p, ul, ol, dl { margin: .25rem 0 .5rem; }
dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: 0 1rem; }
dt { font-weight: bold; }
dd { margin: 0; }
dd > p { margin: 0; }
a { color: var(--accent); }
address { font-style: normal; }
table { border-collapse: collapse; }
td, th { padding: .1rem .75rem .1rem 0; text-align: start; vertical-align: top; }
.contacts { display: flex; flex-wrap: wrap; gap: 0 1.25rem; list-style: none; padding: 0; }
.headline { font-size: 1.15rem; }
.date { color: var(--quiet); }
@media (max-width: 30rem) { dl { display: block; } }
@media print {
  @page { margin: 20mm; }
  body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; }
  a { color: inherit; text-decoration: none; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  article { break-inside: avoid; }
}
`;
