import {directionOf} from '../../locale/direction.js';
import {attributes, html, type Html, type HtmlPart} from './html.js';

/** What every page needs beside its own content. */
export interface PageFrame {
  /** BCP 47. */
  language: string;
  /** Never holds what a person wrote or chose: titles stay in a browser's history. */
  title: string;
  /** The path of the only stylesheet. */
  stylesheet: string;
  /** The path of a script, on the one page that has one. */
  script?: string;
  /** What stands before everything else. */
  first?: HtmlPart;
  /** Who speaks, at the top of each page. */
  banner: string;
  main: HtmlPart;
  /** What stands in the same place at the end of each page. */
  footer?: HtmlPart;
}

/** A whole HTML document. */
export function htmlPage({language, title, stylesheet, script, first, banner, main, footer}: PageFrame): string {
  return String(html`<!doctype html>
<html ${attributes({lang: language, dir: directionOf(language)})}>
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no">
<link rel="stylesheet" href="${stylesheet}">
${scriptTag(script)}</head>
<body class="surface">
<header class="banner">${first}<p>${banner}</p></header>
<main>
${main}
</main>
${footer !== undefined && html`<footer>${footer}</footer>`}
</body>
</html>
`);
}

function scriptTag(script: string | undefined): Html | undefined {
  return script === undefined ? undefined : html`<script type="module" src="${script}"></script>\n`;
}
