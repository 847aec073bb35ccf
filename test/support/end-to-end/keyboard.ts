import type {CDPSession, Page} from 'puppeteer-core';

/** Somebody at a page with a keyboard only, who hears what assistive technology is told. */
export interface Typist {
  /** Presses Tab until the focus is on a control with that role and accessible name. */
  goTo(role: string, name: string | RegExp): Promise<void>;
  /** Chooses a radio or ticks a box: by Tab to its group, then arrows or space. */
  choose(name: string | RegExp): Promise<void>;
  /** Goes to a text field and writes. */
  write(name: string | RegExp, text: string): Promise<void>;
  /** Goes to a button or link and presses it. */
  press(name: string | RegExp): Promise<void>;
  /** What has the focus, as it is exposed. */
  focused(): Promise<{role: string; name: string}>;
}

/** Waits until the form's heading is the one that is meant and has the focus, which a key pressed before that would lose. */
export async function shows(page: Page, title: RegExp): Promise<void> {
  await page.waitForFunction((pattern, how) => {
    const root = document.querySelector('care-feedback')?.shadowRoot;
    const heading = root?.querySelector('h2');
    return heading && heading === root?.activeElement && new RegExp(pattern, how).test(heading.textContent.trim().replace(/\s+/g, ' '));
  }, {}, title.source, title.flags);
}

const deepest = '(() => { let at = document.activeElement; while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return at; })()';

/** A typist at `page` (Chromium: names come from its accessibility tree). */
export async function typistAt(page: Page): Promise<Typist> {
  const session = await page.createCDPSession();
  await session.send('Accessibility.enable');
  const focused = () => exposed(session);

  async function goTo(role: string, name: string | RegExp): Promise<void> {
    const passed: string[] = [];
    for (let presses = 0; presses < 120; presses += 1) {
      const here = await focused();
      if (here.role === role && matches(here.name, name)) return;
      passed.push(`${here.role} “${here.name.slice(0, 60)}”`);
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reached ${role} ${String(name)}; it went ${passed.slice(0, 30).join(', ')}`);
  }

  async function choose(name: string | RegExp): Promise<void> {
    for (let presses = 0; presses < 120; presses += 1) {
      const here = await focused();
      if ((here.role === 'checkbox' || here.role === 'radio') && matches(here.name, name)) return page.keyboard.press('Space');
      if (here.role === 'radio' && (await arrowTo(name))) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`No choice ${String(name)} was reached by keyboard`);
  }

  /** Within a group of radios: arrows go round and choose; back at the first, it is another group. */
  async function arrowTo(name: string | RegExp): Promise<boolean> {
    const first = (await focused()).name;
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press('ArrowDown');
      const here = await focused();
      if (here.role === 'radio' && matches(here.name, name)) return true;
      if (here.name === first || here.role !== 'radio') return false;
    }
    return false;
  }

  return {
    goTo,
    choose,
    focused,
    async write(name, text) {
      await goTo('textbox', name);
      await page.keyboard.sendCharacter(text);
    },
    async press(name) {
      for (let presses = 0; presses < 120; presses += 1) {
        const here = await focused();
        if ((here.role === 'button' || here.role === 'link') && matches(here.name, name)) return page.keyboard.press('Enter');
        await page.keyboard.press('Tab');
      }
      throw new Error(`No button or link ${String(name)} was reached by keyboard`);
    },
  };
}

async function exposed(session: CDPSession): Promise<{role: string; name: string}> {
  const {result} = await session.send('Runtime.evaluate', {expression: deepest});
  if (!result.objectId) return {role: 'none', name: ''};
  const {nodes} = await session.send('Accessibility.getPartialAXTree', {objectId: result.objectId, fetchRelatives: false});
  await session.send('Runtime.releaseObject', {objectId: result.objectId});
  return {role: String(nodes[0]?.role?.value ?? ''), name: String(nodes[0]?.name?.value ?? '')};
}

function matches(name: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? name === wanted : wanted.test(name);
}
