import {html, nothing, type TemplateResult} from 'lit';

/** What surrounds the element: the page of a website that we know nothing about. */
export type HostPage = 'plain' | 'narrow' | 'dark' | 'crowded' | 'right-to-left' | 'pseudo-language' | 'mirrored-language' | 'large-text';

const styles: Record<HostPage, string> = {
  plain: '',
  narrow: '.example-host { max-inline-size: 320px; }',
  dark: ':root { color-scheme: dark; } body, .example-host { background: #14171a; color: #f4f4f4; }',
  // As on many a practice's front page: columns, boxes, loud colours, and rules for every tag.
  crowded: `
    body { background: #fff7d6; font: 13px/1.3 "Comic Sans MS", "Trebuchet MS", cursive; }
    .example-host { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: 0.25rem; background: repeating-linear-gradient(45deg, #fff7d6 0 10px, #fdeeb0 10px 20px); }
    .example-host h1 { grid-column: 1 / -1; }
    .example-host .box { padding: 0.25rem; background: #7a0046; color: #ffffff; }
    .example-host .box a { color: #ffe08a; }
    .example-host :is(h2, h3) { margin: 0; color: #7a0046; text-transform: uppercase; letter-spacing: 0.3em; }
    .example-host .box :is(h2, h3) { color: #ffffff; letter-spacing: 0; }
    .example-host :is(p, li, dd, dt, td, th) { margin: 0; color: #004d40; text-align: justify; }
    .example-host .box :is(p, li) { color: #ffffff; }
    .example-host svg { inline-size: 300px; fill: #ff0000; }
    .example-host :is(table, td, th, dl, ul) { border: 3px double #7a0046; }
  `,
  'right-to-left': '',
  'pseudo-language': '',
  'mirrored-language': '',
  // As in a browser whose reader set twice the usual size: what is `large` grows with it.
  'large-text': ':root { font-size: 200%; --care-font-size: 1.125rem; }',
};

const languages: Partial<Record<HostPage, {lang: string; dir?: 'rtl'}>> = {
  'right-to-left': {lang: 'ar', dir: 'rtl'},
  'pseudo-language': {lang: 'en-XA'},
  'mirrored-language': {lang: 'ar-XB', dir: 'rtl'},
};

/** The same on every host page: what a website has around a form, and nothing more. */
const everywhere = 'body { margin: 0; } .example-host { box-sizing: border-box; padding: 0.5rem; } .example-host > h1 { margin: 0 0 1rem; font-size: 1.25rem; } .example-host a { display: inline-block; padding: 0.25rem; }';

/** A story's element on its host page. */
export const onHostPage = (story: () => unknown, kind?: HostPage): TemplateResult => html`
  <main class="example-host">
    <h1>Example website</h1>
    ${kind === 'crowded' ? box('Opening times', 'Monday to Friday, 8am to 6.30pm') : nothing}
    ${story()}
    ${kind === 'crowded' ? html`${box('Notices', 'The ramp is being repaired.')}${box('Newsletter', 'This box is for show.')}` : nothing}
  </main>
`;

const box = (heading: string, words: string): TemplateResult => html`<section class="box"><h2>${heading}</h2><p>${words} <a href="#more">More</a></p></section>`;

/** Makes the document such a page, until the function that it returns is called. */
export function becomeHostPage(kind: HostPage = 'plain'): () => void {
  const root = document.documentElement;
  const before = {lang: root.lang, dir: root.dir};
  const {lang = 'en', dir = ''} = languages[kind] ?? {};
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(everywhere + styles[kind]);
  document.adoptedStyleSheets.push(sheet);
  Object.assign(root, {lang, dir});
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    Object.assign(root, before);
  };
}

/** The same story, on another kind of page. */
export const on = <Story extends {parameters?: object}>(hostPage: HostPage, same: Story): Story => ({...same, parameters: {...same.parameters, hostPage}});
export const narrow = <Story extends {parameters?: object}>(same: Story): Story => on('narrow', same);
export const onDarkPage = <Story extends {parameters?: object}>(same: Story): Story => on('dark', same);
