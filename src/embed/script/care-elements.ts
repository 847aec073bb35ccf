import {sharedOnPage} from '../../contract/page.js';

// The script that pages paste. It stands on somebody else's page, so it never
// throws: whatever fails, the words and the link between the tags stay.

// Awaited, not returned: what a part exports is of no use here, and so need not be gathered for us.

/** How to load what each tag needs. A tag that is not on the page costs nothing. */
const loaders: Readonly<Record<string, () => Promise<unknown>>> = {
  'care-feedback': async () => {
    await import('../../define/care-feedback.js');
  },
  'care-place': async () => {
    await import('../../define/care-place.js');
  },
  'care-rating': async () => {
    await import('../../define/care-rating.js');
  },
  'care-signpost': async () => {
    await import('../../define/care-signpost.js');
  },
};

interface TrustedTypes {
  createPolicy(name: string, rules: {createHTML(html: string): string}): {createHTML(html: string): unknown};
}

const shared = sharedOnPage();
const {origin} = new URL(import.meta.url);
const waiting = new Set(Object.keys(loaders));
const observer = new MutationObserver((records) => {
  for (const {addedNodes} of records) for (const node of addedNodes) if (node instanceof Element) lookForRoots(node);
  lookForTags();
});
/** The page, and the open shadow roots of its components: a tag may stand in any of them. */
const roots = new Set<Document | ShadowRoot>();

shared.origins.add(origin);
if (mayMakeTemplates()) {
  look(document);
  // Some get it later still, and nothing tells of that.
  addEventListener('load', () => waiting.size > 0 && lookForRoots(document.documentElement));
}

/**
 * Makes the one policy before Lit asks for it: were Lit refused, it would throw
 * while it loads, and nothing could be said about it.
 */
function mayMakeTemplates(): boolean {
  const {trustedTypes} = globalThis as {trustedTypes?: TrustedTypes};
  try {
    if (trustedTypes) shared.policy ??= trustedTypes.createPolicy('care-elements', {createHTML: (html) => html});
    return true;
  } catch {
    console.error(
      'care-elements: what is between the tags stays, as this page\'s Content-Security-Policy allows no more. ' +
        `Add to it: script-src ${origin}; connect-src ${origin}; trusted-types care-elements`,
    );
    return false;
  }
}

function look(root: Document | ShadowRoot) {
  if (roots.has(root)) return;
  roots.add(root);
  observer.observe(root, {childList: true, subtree: true});
  for (const each of root.children) lookForRoots(each);
  lookForTags();
}

/** Looks into the components in `whole`; not into ours, which hold no tags of ours. */
function lookForRoots(whole: Element) {
  for (const each of [whole, ...whole.querySelectorAll('*')]) {
    const {localName, shadowRoot} = each;
    if (localName in loaders) continue;
    if (shadowRoot) look(shadowRoot);
    // A component may get its shadow root only once its own script has come.
    else if (each.matches(':not(:defined)')) void customElements.whenDefined(localName).then(() => each.shadowRoot && look(each.shadowRoot));
  }
}

function lookForTags() {
  for (const tag of waiting) {
    if (![...roots].some((root) => root.querySelector(`${tag}:not(:defined)`))) continue;
    waiting.delete(tag);
    noteOrigins();
    void load(tag, true);
  }
  if (waiting.size === 0) observer.disconnect();
}

/** A script further down may run only after a tag has started, and counts all the same: to where people's words go is no matter of which comes first. */
function noteOrigins() {
  for (const {src} of document.scripts) if (/\/elements\/[^/]+\/care-elements\.js$/.test(src)) shared.origins.add(new URL(src).origin);
}

async function load(tag: string, mayTryAgain: boolean) {
  try {
    await loaders[tag]!();
  } catch (error) {
    console.error(`care-elements: <${tag}> could not be loaded from ${origin}: what is between its tags stays.`, error);
    // Most often the connection was lost, which is not the page's fault. Firefox
    // remembers a module that did not come, so there only a reload brings it.
    if (mayTryAgain) addEventListener('online', () => void load(tag, false), {once: true});
  }
}
