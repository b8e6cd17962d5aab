/** In the look of the playground: Fluent's neutral surfaces and its blue. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #242424; --soft: #616161; --page: #fafafa; --card: #fff; --line: #d1d1d1;
  --brand: #0f6cbd; --on-brand: #fff; --warn: #8a3707; --warn-back: #fff9f5; --warn-line: #f4bfab; }
@media (prefers-color-scheme: dark) { :root { --ink: #fff; --soft: #adadad; --page: #1f1f1f; --card: #292929;
  --line: #666; --brand: #479ef5; --on-brand: #0a0a0a; --warn: #faa06b; --warn-back: #361f12; --warn-line: #8a3707; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.5 'Segoe UI', system-ui, sans-serif; }
header { padding: .75rem 1rem; border-bottom: 1px solid var(--line); background: var(--card); font-weight: 600; }
header p { margin: 0 auto; max-width: 44rem; display: flex; align-items: center; gap: .5rem; }
header p::before { content: ''; width: 1.25rem; height: 1.25rem; border-radius: .375rem .375rem .75rem .75rem; background: var(--brand); }
main { max-width: 46rem; margin: 1rem auto; padding: 0 1rem 2rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: .5rem 0; }
h2 { font-size: 1rem; margin: 0 0 .5rem; }
section { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; margin: 1rem 0; }
section.notice { border-color: var(--warn-line); background: var(--warn-back); }
section p { margin: 0; }
section p + p, section ul + p { margin-top: .5rem; }
dl { margin: 0; display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .25rem 1rem; }
dt { color: var(--soft); } dd { margin: 0; min-width: 0; }
dd.whole { grid-column: 1 / -1; }
dd dl { border-left: 2px solid var(--line); padding-left: .75rem; }
ul { margin: 0; padding-left: 1.25rem; }
dd ul { padding: 0; list-style: none; }
pre { margin: 0; font: inherit; white-space: pre-wrap; }
.outside { display: inline-block; border: 1px solid var(--warn-line); background: var(--warn-back); color: var(--warn);
  border-radius: .25rem; padding: 0 .375rem; font-size: .875rem; font-weight: 600; }
.soft { color: var(--soft); }
form { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1rem 0; }
button { font: inherit; font-weight: 600; padding: .5rem 1rem; border-radius: .25rem; border: 1px solid var(--line);
  background: var(--card); color: var(--ink); cursor: pointer; min-height: 2.75rem; }
button.primary { background: var(--brand); border-color: var(--brand); color: var(--on-brand); }
a { color: var(--brand); }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px; }
@media (max-width: 32rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .5rem; } button { width: 100%; } }
`;
