import {base} from '../../theme/base.js';
import {controls} from '../../theme/controls.js';
import {fields} from '../../theme/fields.js';
import {tokens} from '../../theme/tokens.js';

const shared = `
html { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; scroll-padding-block: 1rem; }
body.surface { margin: 0 auto; max-inline-size: 46rem; min-block-size: 100vh; padding-block: 0; padding-inline: calc(2 * var(--_space)); }
body.surface > * { max-inline-size: none; }
.banner { margin-block-end: calc(3 * var(--_space)); padding-block: calc(1.5 * var(--_space)); border-block-end: 4px solid var(--_accent); font-weight: bold; }
.banner p { margin: 0; }
main { display: block; max-inline-size: var(--_width); }
legend > h1, legend > h2 { margin: 0; }
h1 > label { margin: 0; }
.hint p { margin-block: 0 calc(0.5 * var(--_space)); }
.inset > :last-child { margin-block-end: 0; }
.buttons { display: flex; flex-wrap: wrap; gap: calc(2 * var(--_space)); margin-block: calc(3 * var(--_space)); }
.line, .words { display: block; white-space: pre-wrap; unicode-bidi: plaintext; text-align: start; overflow-wrap: anywhere; }
summary { min-block-size: 24px; padding-block: calc(0.5 * var(--_space)); cursor: pointer; color: var(--_link); text-decoration: underline; text-underline-offset: 0.15em; }
.in-a-row { display: flex; flex-wrap: wrap; gap: calc(2 * var(--_space)); padding: 0; list-style: none; }
.in-a-row a { display: inline-block; min-block-size: 24px; }
.in-a-row [aria-current] { font-weight: bold; text-decoration: none; color: inherit; }
.emergency { font-weight: bold; }
.signposts, .signposts ul { padding: 0; list-style-type: ''; }
.signposts + h2 { margin-block-start: calc(5 * var(--_space)); }
.signposts > li { padding-block-start: calc(2 * var(--_space)); border-block-start: 1px solid var(--_border); break-inside: avoid; }
.signposts :is(h2, h3, p) { margin-block-end: var(--_space); }
.signposts h2 { font-size: 1em; }
.signposts ul { margin-block: 0 var(--_space); }
.number { font-size: 1.25em; font-weight: bold; }
@media screen { .signposts a { display: inline-block; min-block-size: 44px; min-inline-size: 44px; padding-block: calc(1.25 * var(--_space)); vertical-align: baseline; } }
@media print { h2 { break-after: avoid; } }
footer { margin-block: calc(5 * var(--_space)) calc(4 * var(--_space)); padding-block-start: calc(2 * var(--_space)); border-block-start: 1px solid var(--_border); }
`;

const form = `
.caption { margin-block-end: var(--_space); color: var(--_hint); }
.option { flex-wrap: wrap; row-gap: 0; }
.option label { flex: 1 1 60%; }
.option > .hint, .option > .then { flex: 1 1 100%; margin-block: 0; padding-inline-start: calc(max(24px, 1.35em) + 1.5 * var(--_space)); }
.option > .then { margin-inline-start: calc(max(24px, 1.35em) + 1.5 * var(--_space)); padding-inline-start: calc(1.5 * var(--_space)); }
.option > input:not(:checked) ~ .then { display: none; }
.option > .then { position: relative; z-index: 1; }
.leave { position: sticky; z-index: 2; inset-block-start: 0; margin: 0; text-align: end; pointer-events: none; }
.leave a { display: inline-block; min-block-size: 44px; padding: var(--_space) calc(2 * var(--_space)); border-radius: var(--_radius); background: var(--_error); color: var(--_background); font-weight: bold; pointer-events: auto; }
.skip:not(:focus) { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.date-boxes { display: flex; flex-wrap: wrap; gap: calc(2 * var(--_space)); margin-block-end: var(--_space); }
.date-box input { inline-size: 3.5em; }
.date-box-year input { inline-size: 5em; }
.contact-details, .picks, .of-place { margin-block-start: calc(2 * var(--_space)); }
.services li { margin-block-end: var(--_space); }
.summary { margin-block: calc(2 * var(--_space)); border-block-start: 1px solid var(--_border); }
.answer { padding-block: var(--_space); border-block-end: 1px solid var(--_border); }
.answer dd { margin: 0; }
.change button { min-block-size: 24px; padding-block: 0; }
@media (min-width: 40em) { .answer { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) auto; column-gap: calc(2 * var(--_space)); } }
.trap { display: none; }
.reference { font-size: 1.05em; font-weight: bold; }
.before-sending { margin-block: calc(3 * var(--_space)); }
@supports selector(:has(*)) {
  .contact:not(:has([value="yes"]:checked)) .contact-details:not(:has([data-faulty])) { display: none; }
  .naming:has([value="place"]:checked) .of-services { display: none; }
  .naming:not(:has([value="place"]:checked)) .of-place { display: none; }
  .naming:not(:has([value="pathway"]:checked)) .of-pathway { display: none; }
  .picks:not(:has([value="not-listed"]:checked)) .by-name { display: none; }
}
@media print { .notice { display: none; } }
`;

/** The style sheet of the plain form: the elements' own base, and what a whole page needs beside it. */
export const formStyles = [tokens.cssText, base.cssText, controls.cssText, fields.cssText, shared, form].join('\n');

const inbox = `
body.surface { max-inline-size: 60rem; }
.paging { display: flex; flex-wrap: wrap; column-gap: calc(3 * var(--_space)); }
.paging a { display: inline-block; min-block-size: 24px; }
.threads { padding: 0; list-style: none; }
.threads > li { margin-block-end: calc(2 * var(--_space)); padding: calc(2 * var(--_space)); border: 1px solid var(--_border); border-radius: var(--_radius); }
.threads h2 { margin-block-end: var(--_space); }
.urgency { display: inline-block; margin-inline-end: var(--_space); margin-block-end: var(--_space); padding-inline: var(--_space); border: 2px solid var(--_border); border-radius: var(--_radius); font-weight: bold; }
.urgency[data-urgency="immediate"] { border-color: var(--_error); background: var(--_error); color: var(--_background); }
.urgency[data-urgency="concern"] { border-color: var(--_error); color: var(--_error); }
.urgency[data-urgency="none"] { border-style: dashed; font-weight: normal; }
.state { display: inline-block; margin-block-end: var(--_space); padding-inline: var(--_space); border: 2px solid var(--_border); border-radius: var(--_radius); }
.state[data-state="unopened"] { border-color: var(--_link); background: var(--_link); color: var(--_background); font-weight: bold; }
.state[data-state="closed"] { border-style: dashed; }
.threads > li[data-state="unopened"] { border-inline-start: 8px solid var(--_link); }
.waiting { margin-block-end: calc(2 * var(--_space)); padding: var(--_space) calc(2 * var(--_space)); border: 2px solid var(--_link); border-radius: var(--_radius); }
.waiting p { margin-block-end: 0; }
.handling { margin-block: calc(3 * var(--_space)); padding: calc(2 * var(--_space)); border: 1px solid var(--_border); border-radius: var(--_radius); }
.steps > li { margin-block-end: var(--_space); }
.steps .facts { margin-block-end: 0; }
.overdue { padding: var(--_space); border: 2px solid var(--_error); border-radius: var(--_radius); background: var(--_error); color: var(--_background); font-weight: bold; }
.overdue a { color: inherit; }
.standing { display: inline-block; padding-inline: var(--_space); border: 2px solid var(--_border); border-radius: var(--_radius); font-weight: bold; }
.standing[data-colour="red"] { border-color: var(--_error); background: var(--_error); color: var(--_background); }
.standing[data-colour="amber"] { border-color: var(--_error); color: var(--_error); }
.standing[data-colour="too-few"] { border-style: dashed; font-weight: normal; }
.picking { margin-block-end: calc(2 * var(--_space)); }
.versions [aria-current] { font-weight: bold; }
.picking form { padding-block-start: var(--_space); }
.fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); column-gap: calc(3 * var(--_space)); align-items: start; }
.holding { margin-block: calc(2 * var(--_space)); padding: calc(2 * var(--_space)); border: 2px solid var(--_accent); border-radius: var(--_radius); }
.holding :is(h2, p, ul) { margin-block: 0 var(--_space); }
.holding h2 { font-size: 1em; }
.holding li { overflow-wrap: anywhere; }
.holding a { display: inline-block; min-block-size: 24px; padding-block: 0; vertical-align: baseline; }
.facts { display: flex; flex-wrap: wrap; column-gap: calc(3 * var(--_space)); }
.facts dd { margin-block-end: calc(0.5 * var(--_space)); }
.answers > div { padding-block: var(--_space); border-block-end: 1px solid var(--_border); }
.words { margin-block-end: var(--_space); }
.hidden-character::before { content: "\\2039" attr(data-character) "\\203A"; padding-inline: 0.15em; border: 1px solid currentColor; font-family: monospace; font-size: 0.85em; direction: ltr; unicode-bidi: isolate; }
`;

/** The style sheet of the inbox. */
export const inboxStyles = [tokens.cssText, base.cssText, controls.cssText, fields.cssText, shared, inbox].join('\n');
