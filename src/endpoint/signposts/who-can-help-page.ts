import type {Situation} from '../../contract/situation.js';
import {situationValues, type Nation} from '../../contract/situation-values.js';
import {sourceLanguage, type Words} from '../../locale/words.js';
import {firstWays} from '../../domain/signposting/first-ways.js';
import {whoCanHelp, type Signpost} from '../../domain/signposting/who-can-help.js';
import {html, type Html} from '../html/html.js';
import {htmlPage} from '../html/layout.js';
import {proseHtml} from '../html/prose-html.js';
import {signpostListHtml, type SignpostContext} from '../html/signpost-list-html.js';

/** The path of the page. */
export const whoCanHelpPath = '/who-can-help';

/** Everybody who can help in a nation, by what somebody may want, for a browser without script and for print. Nobody's situation is asked. */
export function whoCanHelpPage(nation: Nation, pointing: SignpostContext, words: Words, {banner, stylesheet}: {banner: string; stylesheet: string}): string {
  const title = titles(words)[nation];
  const parts = partsFor(nation, pointing, words);
  return htmlPage({
    language: words.lang,
    title,
    stylesheet,
    banner,
    main: html`<h1>${title}</h1>
${nations(nation, words)}
<p class="emergency">${proseHtml(words.msg('If someone is in danger now, call {emergency}.'), firstWays)}</p>
${contents(parts, words)}
${parts.map(({id, heading, signposts}) => html`<h2 id="${id}">${heading}</h2>${signpostListHtml(signposts, words, pointing.today)}`)}`,
  });
}

/** The same page for the other nations. */
function nations(current: Nation, words: Words): Html {
  const {lang, msg} = words;
  const names: Record<Nation, string> = {england: msg('England'), wales: msg('Wales'), scotland: msg('Scotland'), 'northern-ireland': msg('Northern Ireland')};
  const address = (nation: Nation) => `${whoCanHelpPath}?nation=${nation}${lang === sourceLanguage ? '' : `&lang=${lang}`}`;
  const link = (nation: Nation) => (nation === current ? html`<a href="${address(nation)}" aria-current="page">${names[nation]}</a>` : html`<a href="${address(nation)}">${names[nation]}</a>`);
  return html`<nav class="screen-only" aria-label="${msg('In which nation?')}"><ul class="in-a-row">${situationValues.nation.map((nation) => html`
<li>${link(nation)}</li>`)}
</ul></nav>`;
}

/** For what somebody may want help, and who helps. */
interface Part {
  id: string;
  heading: string;
  signposts: readonly Signpost[];
}

function contents(parts: readonly Part[], {msg}: Words): Html {
  return html`<nav class="screen-only" aria-label="${msg('On this page')}"><ul>${parts.map(({id, heading}) => html`
<li><a href="#${id}">${heading}</a></li>`)}
</ul></nav>`;
}

function partsFor(nation: Nation, pointing: SignpostContext, words: Words): Part[] {
  const urgent = new Set<string>();
  const shown = new Set<string>();
  const parts = Object.entries(occasions(words)).map(([id, [heading, situation]]) => {
    // Each body once, where it fits first; but every step of a complaint's way, for nobody should have to gather it from above.
    const above = situation.wants === 'complain' ? urgent : shown;
    const signposts = fitting({nation, ...situation}, pointing).filter(({body}) => !above.has(body.id));
    for (const {body} of signposts) {
      shown.add(body.id);
      if (situation.danger === 'now') urgent.add(body.id);
    }
    return {id, heading, signposts};
  });
  return parts.filter(({signposts}) => signposts.length > 0);
}

/** Who fits; in danger only those who help in it, and not whoever would come first without it. */
function fitting(situation: Situation, {directory, today}: SignpostContext): Signpost[] {
  const all = whoCanHelp(directory, situation, today);
  if (situation.danger !== 'now') return all;
  const [, otherwise] = whoCanHelp(directory, {...situation, danger: 'no'}, today);
  const end = all.findIndex(({body: {id}}) => id === otherwise?.body.id);
  return end < 0 ? all : all.slice(0, end);
}

function titles({msg}: Words): Record<Nation, string> {
  return {
    england: msg('Who can help in England'),
    wales: msg('Who can help in Wales'),
    scotland: msg('Who can help in Scotland'),
    'northern-ireland': msg('Who can help in Northern Ireland'),
  };
}

function occasions({msg}: Words): Readonly<Record<string, readonly [heading: string, situation: Situation]>> {
  return {
    danger: [msg('If someone is in danger'), {danger: 'now'}],
    child: [msg('If a child may be at risk'), {danger: 'now', age: 'child'}],
    tell: [msg('To say what care was like'), {wants: 'tell', danger: 'no'}],
    'nhs-care': [msg('To complain about NHS care'), {wants: 'complain', service: 'hospital', pays: 'nhs'}],
    'social-care': [msg('To complain about social care'), {wants: 'complain', care: 'social'}],
    'private-care': [msg('To complain about private health care'), {wants: 'complain', care: 'health', pays: 'self'}],
    detained: [msg('For people detained under the Mental Health Act'), {detained: 'yes', danger: 'no'}],
    prison: [msg('For health care in prison, and specialised services'), {wants: 'complain', service: 'prison'}],
    staff: [msg('For staff who speak up'), {wants: 'report-as-staff', danger: 'no'}],
    professional: [msg('About a professional'), {wants: 'report-person', danger: 'no'}],
    records: [msg('About records'), {wants: 'records', danger: 'no'}],
    death: [msg('After a death'), {died: 'yes', wants: 'information', danger: 'no'}],
    children: [msg('Children’s homes'), {wants: 'tell', care: 'social', age: 'child', danger: 'no'}],
  };
}
