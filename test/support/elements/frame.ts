import {eventually} from '../eventually.js';

const always = ['/node_modules/', '/__web-dev-server__', '/src/contract/', '/src/locale/', '/src/domain/questionnaire/', '/src/theme/', '/src/define/', '/src/elements/'];

/**
 * A page of its own whose policy lets only some of our code come, as where a
 * connection breaks in between. It asks the network through this page's `fetch`.
 */
export async function pageWith(tag: keyof HTMLElementTagNameMap, markup: string, allowed: readonly string[]): Promise<HTMLElement> {
  const frame = document.createElement('iframe');
  const sources = allowed.map((path) => `${location.origin}${path}`).join(' ') || "'none'";
  frame.srcdoc = `<!doctype html><html lang="en"><meta http-equiv="Content-Security-Policy" content="script-src ${sources}"><body>${markup}`;
  document.body.append(frame);
  const page = await eventually(() => frame.contentDocument?.querySelector(tag) && frame.contentDocument, 'a page in the frame');
  const passOn: typeof fetch = (input, init) => fetch(input, init);
  // Bound, so that it is taken for the browser's own.
  Object.assign(frame.contentWindow!, {fetch: passOn.bind(undefined)});
  const script = page.createElement('script');
  script.type = 'module';
  script.src = `${location.origin}/src/define/${tag}.ts`;
  const ended = new Promise((resolve) => {
    script.onload = () => resolve(true);
    script.onerror = () => resolve(false);
  });
  page.head.append(script);
  await ended;
  return page.querySelector<HTMLElement>(tag)!;
}

/** All of our code but what lies in `without`. */
export function allBut(without: string, ...butFor: string[]): string[] {
  return [...[...always, '/src/domain/signposting/', '/src/delivery/'].filter((each) => each !== without), ...butFor];
}
