import {situationValues} from '../../contract/situation-values.js';
import {isLanguageTag} from '../../contract/addresses.js';
import {loadLanguage} from '../../locale/languages.js';
import {words} from '../../locale/words.js';
import {formStylesheet} from '../../pages/plain-form/frame.js';
import {whoCanHelpPage, whoCanHelpPath} from '../../pages/who-can-help-page.js';
import type {Route} from '../route.js';
import {londonDay} from '../london-day.js';

const show: Route = {
  method: 'GET',
  path: whoCanHelpPath,
  async handle({url}, {signposts, receiver, clock}) {
    const nation = situationValues.nation.find((each) => each === url.searchParams.get('nation')) ?? 'england';
    const language = url.searchParams.get('lang') ?? 'en';
    if (isLanguageTag(language)) await loadLanguage(language).catch(() => undefined);
    const spoken = words(isLanguageTag(language) ? language : 'en');
    const pointing = {directory: signposts.directory(spoken.lang), today: londonDay(clock())};
    return new Response(whoCanHelpPage(nation, pointing, spoken, {banner: receiver.name, stylesheet: formStylesheet}), {
      headers: {'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'public, max-age=300'},
    });
  },
};

export const whoCanHelpRoutes: readonly Route[] = [show];
