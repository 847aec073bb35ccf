import type {Situation} from '../contract/situation.js';
import type {Nation} from '../contract/situation-values.js';
import type {Words} from '../locale/words.js';
import {whoCanHelp} from '../signposting/who-can-help.js';
import {html} from './html.js';
import {page} from './layout.js';
import {signpostList, type Pointing} from './signpost-list.js';

/** The path of the page. */
export const whoCanHelpPath = '/who-can-help';

/** Everybody who can help in a nation, by what somebody may want, for a browser without script and for print. Nobody's situation is asked. */
export function whoCanHelpPage(nation: Nation, {directory, today}: Pointing, words: Words, {banner, stylesheet}: {banner: string; stylesheet: string}): string {
  const {msg} = words;
  const shown = new Set<string>();
  const title = msg('Who can help');
  return page({
    language: words.lang,
    title,
    stylesheet,
    banner,
    main: html`<h1>${title}</h1>
${sections(words).map(([heading, situation]) => {
    // Each body once, where it fits first; the whole way of a complaint where there is one.
    const isWay = situation.wants === 'complain';
    const signposts = whoCanHelp(directory, {nation, ...situation}, today).filter(({body: {id}}) => isWay ? id !== '999' : !shown.has(id));
    const few = isWay ? signposts.filter(({body: {id}}) => !shown.has(id) || id === 'provider') : signposts;
    for (const {body} of few) shown.add(body.id);
    return few.length > 0 && html`<h2>${heading}</h2>${signpostList(few, words, today)}`;
  })}`,
  });
}

function sections({msg}: Words): readonly (readonly [string, Situation])[] {
  return [
    [msg('If someone is in danger'), {danger: 'now'}],
    [msg('If a child may be at risk'), {danger: 'now', age: 'child', wants: 'safeguard'}],
    [msg('To complain about NHS care'), {wants: 'complain', service: 'hospital', pays: 'nhs'}],
    [msg('To complain about social care'), {wants: 'complain', care: 'social'}],
    [msg('To complain about private health care'), {wants: 'complain', care: 'health', pays: 'self'}],
    [msg('For people detained under the Mental Health Act'), {detained: 'yes', danger: 'no'}],
    [msg('For health care in prison, and specialised services'), {wants: 'complain', service: 'prison'}],
    [msg('To say what care was like'), {wants: 'tell', danger: 'no'}],
    [msg('For staff who speak up'), {wants: 'report-as-staff', danger: 'no'}],
    [msg('About a professional'), {wants: 'report-person', danger: 'no'}],
    [msg('About records'), {wants: 'records', danger: 'no'}],
    [msg('After a death'), {died: 'yes', wants: 'information', danger: 'no'}],
    [msg('Children’s homes'), {wants: 'tell', care: 'social', age: 'child', danger: 'no'}],
  ];
}
