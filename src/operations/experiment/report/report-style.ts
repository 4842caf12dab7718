/** Of pictures, in light and in dark; colours of verdicts differ in lightness too. */
export const figureStyle = `
svg { --ink: #1c1f24; --dim: #626a75; --line: #d9dde3; --paper: #ffffff; --shade: #eef1f5;
  --better: #0b7a43; --worse: #b3261e; --matters-not: #1d5fa8; --open: #8a5a00;
  color: var(--ink); background: var(--paper); font: 13px system-ui, sans-serif; max-width: 100%; height: auto; }
@media (prefers-color-scheme: dark) { svg { --ink: #e8eaed; --dim: #a2abb7; --line: #3a414b; --paper: #15181c;
  --shade: #23282f; --better: #5fd397; --worse: #ff8a80; --matters-not: #82b7f5; --open: #f0b849; } }
text { fill: currentColor; } .name { text-anchor: end; font-weight: 600; } .tick { text-anchor: middle; fill: var(--dim);
  font-size: 11px; } .heading { font-size: 16px; font-weight: 600; } .grid, .axis { stroke: var(--line); }
.zero { stroke: var(--dim); stroke-width: 1.5; } .interval { stroke-width: 2.5; } .indifferent { fill: var(--shade); }
.belief { fill: var(--matters-not); fill-opacity: .35; stroke: var(--matters-not); stroke-width: 1.5; }
.interval.is-better { stroke: var(--better); } .interval.is-worse { stroke: var(--worse); }
.interval.is-no-difference-that-matters { stroke: var(--matters-not); }
.interval.is-not-enough-data { stroke: var(--open); }
.estimate.is-better, .says.is-better { fill: var(--better); } .estimate.is-worse, .says.is-worse { fill: var(--worse); }
.estimate.is-no-difference-that-matters, .says.is-no-difference-that-matters { fill: var(--matters-not); }
.estimate.is-not-enough-data, .says.is-not-enough-data { fill: var(--open); }
`;

/** Of a page, which may be printed. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #1c1f24; --dim: #626a75; --line: #d9dde3; --paper: #ffffff; --shade: #eef1f5; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --dim: #a2abb7; --line: #3a414b; --paper: #15181c;
  --shade: #23282f; } }
body { margin: 0 auto; max-width: 860px; padding: 32px 20px 64px; font: 16px/1.5 system-ui, sans-serif;
  color: var(--ink); background: var(--paper); }
h1 { font-size: 1.7rem; margin: 0 0 .2rem; } h2 { font-size: 1.2rem; margin: 2.2rem 0 .5rem; } h3 { font-size: 1rem;
  margin: 1.4rem 0 .4rem; } .dim { color: var(--dim); } .answer { font-size: 1.15rem; padding: 12px 16px;
  background: var(--shade); border-radius: 8px; } .answer p { margin: .3rem 0; } p, td { overflow-wrap: break-word; }
td { max-width: 20rem; }
table { border-collapse: collapse; width: 100%; font-size: .88rem; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 5px 10px 5px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th { font-weight: 600; } .scroll { overflow-x: auto; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 18px; margin: 0; } dt { color: var(--dim); }
dd { margin: 0; overflow-wrap: anywhere; }
@media print { body { max-width: none; padding: 0; font-size: 11pt; } section, figure, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; } }
figure { margin: .6rem 0; }
`;
