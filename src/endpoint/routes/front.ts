import {str, words} from '../../locale/words.js';
import type {Route} from '../route.js';

const show: Route = {
  method: 'GET',
  path: '/',
  handle(_call, {receiver}) {
    const {lang, msg} = words('en');
    const title = msg('Tell us about your care');
    const page = `<!doctype html>
<html lang="${lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<main>
<h1>${title}</h1>
<p>${escaped(msg(str`Here people say what health and social care was like. What they say goes to ${receiver.name}.`))}</p>
<p><a href="/feedback">${msg('Tell us what care was like')}</a></p>
<p><a href="/inbox">${msg('Inbox, for the team that reads it')}</a></p>
<p><a href="/v1/openapi.json">${msg('For programmers: what this endpoint takes and answers')}</a></p>
</main>
`;
    return new Response(page, {headers: {'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'public, max-age=60'}});
  },
};

export const frontRoutes: readonly Route[] = [show];

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
