import {html, type TemplateResult} from 'lit';

/** What surrounds the element: the page of a website that we know nothing about. */
export type HostPage = 'plain' | 'narrow' | 'dark' | 'right-to-left' | 'pseudo-language' | 'large-text';

const styles: Record<HostPage, string> = {
  plain: '',
  narrow: '.example-host { max-inline-size: 320px; }',
  dark: ':root { color-scheme: dark; } body, .example-host { background: #14171a; color: #f4f4f4; }',
  'right-to-left': '',
  'pseudo-language': '',
  // As in a browser whose reader set twice the usual size: what is `large` grows with it.
  'large-text': ':root { font-size: 200%; --care-font-size: 1.125rem; }',
};

const languages: Partial<Record<HostPage, {lang: string; dir?: 'rtl'}>> = {
  'right-to-left': {lang: 'ar', dir: 'rtl'},
  'pseudo-language': {lang: 'en-XA'},
};

/** The same on every host page: what a website has around a form, and nothing more. */
const everywhere = 'body { margin: 0; } .example-host { box-sizing: border-box; padding: 0.5rem; } .example-host > h1 { margin: 0 0 1rem; font-size: 1.25rem; } .example-host a { display: inline-block; padding: 0.25rem; }';

/** A story's element on its host page. */
export const onHostPage = (story: () => unknown): TemplateResult => html`
  <main class="example-host">
    <h1>Example website</h1>
    ${story()}
  </main>
`;

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
