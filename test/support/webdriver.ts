import {hopeless} from './eventually.js';

/** A part of a page, as W3C WebDriver tells it from others. */
export interface ElementHandle {
  'element-6066-11e4-a52e-4f735466cecf': string;
}

/** A browser that does what W3C WebDriver asks (https://www.w3.org/TR/webdriver2/). */
export interface Session {
  goTo(address: string): Promise<void>;
  /** Runs a function in the page, and waits for what it promises. Elements come as handles, and go back in as elements. */
  evaluate<Given extends unknown[], Found>(run: (...given: Given) => Found, ...given: Given): Promise<Awaited<Found>>;
  /** Runs a script in the page, whatever the page's own policy says of scripts. */
  run(script: string): Promise<void>;
  /** As `evaluate`, of a function that gives an element of the page; `undefined` where it gives none. */
  find<Given extends unknown[]>(run: (...given: Given) => Element | null | undefined, ...given: Given): Promise<ElementHandle | undefined>;
  /** Presses the middle of an element with a pointer, as a hand does. */
  click(element: ElementHandle): Promise<void>;
  /** Types into an element, key by key. */
  type(element: ElementHandle, text: string): Promise<void>;
  /** Ends it, and the browser. */
  close(): Promise<void>;
}

/**
 * Opens a session at a driver.
 *
 * @param driver its address, `http://127.0.0.1:4444`
 * @param capabilities what it must be able to do, which is also how it is told what to start
 * @throws what the driver says was wrong
 */
export async function openSession(driver: string, capabilities: Record<string, unknown>): Promise<Session> {
  const alwaysMatch = {timeouts: {pageLoad: hopeless, script: hopeless}, ...capabilities};
  const {sessionId} = (await command(driver, 'POST', '/session', {capabilities: {alwaysMatch}})) as {sessionId: string};
  const ask = (path: string, body: object) => command(driver, 'POST', `/session/${sessionId}${path}`, body);
  const idOf = (element: ElementHandle) => Object.values(element)[0] as string;
  const evaluate = async (run: (...given: never[]) => unknown, given: unknown[]) => {
    // What is thrown would come without its words.
    const script = `const done = arguments[arguments.length - 1]; Promise.resolve().then(() => (${String(run)})(...[...arguments].slice(0, -1))).then((found) => done({found}), (error) => done({error: String(error)}));`;
    const {found, error} = (await ask('/execute/async', {script, args: given})) as {found?: unknown; error?: string};
    if (error !== undefined) throw new Error(`In the page: ${error}`);
    return found;
  };
  return {
    goTo: async (url) => void (await ask('/url', {url})),
    evaluate: async (run, ...given) => (await evaluate(run, given)) as never,
    run: async (script) => void (await ask('/execute/sync', {script, args: []})),
    find: async (run, ...given) => ((await evaluate(run, given)) as ElementHandle | null | undefined) ?? undefined,
    async click(element) {
      // Where a page scrolls smoothly, the driver would not wait until it had.
      await evaluate((part: Element) => part.scrollIntoView({block: 'center', behavior: 'instant'}), [element]);
      await ask(`/element/${idOf(element)}/click`, {});
    },
    type: async (element, text) => void (await ask(`/element/${idOf(element)}/value`, {text})),
    close: async () => void (await command(driver, 'DELETE', `/session/${sessionId}`)),
  };
}

async function command(driver: string, method: 'POST' | 'DELETE', path: string, body?: object): Promise<unknown> {
  // A page that never pauses keeps the driver's own times from ending.
  const signal = AbortSignal.timeout(hopeless);
  const answer = await fetch(`${driver}${path}`, {method, signal, ...(body && {headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)})}).catch((error: unknown) => {
    throw signal.aborted ? new Error(`WebDriver ${path}: the page is frozen, and the browser says nothing any more`) : error;
  });
  const {value} = (await answer.json()) as {value: unknown};
  if (!answer.ok) throw new Error(`WebDriver ${path}: ${said(value)}`);
  return value;
}

/** What a driver says was wrong: a kind that the standard names, and words that it need not have. */
function said(value: unknown): string {
  const {error, message} = value as {error: string; message: string};
  return message ? `${error}: ${message}` : error;
}
