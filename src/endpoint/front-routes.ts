import {Hono} from 'hono';
import {sourceLanguage, str} from '../locale/words.js';
import {html} from './html/html.js';
import {htmlPage} from './html/layout.js';
import {formPath, formStylesheet} from './html/form-page.js';
import type {EndpointEnvironment} from './http/environment.js';
import {pageResponse} from './http/page-response.js';
import {whoCanHelpPath} from './signposts/who-can-help-page.js';
import {askedLanguage} from './http/requested-language.js';

export const frontRoutes = new Hono<EndpointEnvironment>().get('/', ({req, env: {words, receiver}}) => {
  const {lang, msg} = words.of(askedLanguage(req));
  const inIt = lang === sourceLanguage ? '' : `?lang=${lang}`;
  const title = msg('Tell us about your care');
  const main = html`<h1>${title}</h1>
<p>${msg(str`Here people say what health and social care was like. What they say goes to ${receiver.name}.`)}</p>
<p><a href="${formPath}${inIt}">${msg('Tell us what care was like')}</a></p>
<p><a href="${whoCanHelpPath}${inIt}">${msg('Who can help')}</a></p>
<p><a href="/inbox">${msg('Inbox, for the team that reads it')}</a></p>
<p><a href="/v1/openapi.json">${msg('For programmers: what this endpoint takes and answers')}</a></p>`;
  const page = htmlPage({language: lang, title, stylesheet: formStylesheet, banner: receiver.name, main});
  return pageResponse(page, 200, {'Cache-Control': 'public, max-age=60'});
});
