import {situationValues} from '../../contract/situation-values.js';
import {formStylesheet} from '../html/form-page.js';
import {whoCanHelpPage, whoCanHelpPath} from './who-can-help-page.js';
import {askedLanguage} from '../http/requested-language.js';
import {londonDay} from '../../locale/london-day.js';
import type {Route} from '../http/route.js';

const show: Route = {
  method: 'GET',
  path: whoCanHelpPath,
  handle({url}, {words, signposts, receiver, clock}) {
    // An address that somebody typed wrong leads to England's list in English, and to no error.
    const nation = situationValues.nation.find((each) => each === url.searchParams.get('nation')) ?? 'england';
    const locale = words.of(askedLanguage(url));
    const pointing = {directory: signposts.directory(locale.lang), today: londonDay(clock())};
    return new Response(whoCanHelpPage(nation, pointing, locale, {banner: receiver.name, stylesheet: formStylesheet}), {
      headers: {'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'public, max-age=300'},
    });
  },
};

export const whoCanHelpRoutes: readonly Route[] = [show];
