import {Hono} from 'hono';
import {situationValues} from '../../contract/situation-values.js';
import {formStylesheet} from '../html/form-page.js';
import type {EndpointEnvironment} from '../http/environment.js';
import {pageResponse} from '../http/page-response.js';
import {whoCanHelpPage, whoCanHelpPath} from './who-can-help-page.js';
import {askedLanguage} from '../http/requested-language.js';
import {londonDay} from '../../locale/london-day.js';

export const whoCanHelpRoutes = new Hono<EndpointEnvironment>().get(whoCanHelpPath, ({req, env: {words, signposts, receiver, clock}}) => {
  // An address that somebody typed wrong leads to England's list in English, and to no error.
  const nation = situationValues.nation.find((each) => each === req.query('nation')) ?? 'england';
  const locale = words.of(askedLanguage(req));
  const pointing = {directory: signposts.directory(locale.lang), today: londonDay(clock())};
  return pageResponse(whoCanHelpPage(nation, pointing, locale, {banner: receiver.name, stylesheet: formStylesheet}), 200, {'Cache-Control': 'public, max-age=300'});
});
