import {css} from 'lit';

/**
 * What every element's own markup looks like; `controls.ts` and `fields.ts` hold
 * what only forms need. An element's root holds the
 * `<slot>` with the page's words, which stay the page's in looks, and beside it
 * one `<div class="surface">` with everything else.
 *
 * Plain `h1`–`h3`, `p`, `a`, `ul`, `dl` need no class;
 * `.hint` is for what matters less.
 */
// `all: initial` keeps `direction`; the page's `visibility` and `pointer-events`
// still count, or we would stand out of what the page hides or blocks.
// Sizes are `em` and `px`, for the page decides what a `rem` is.
export const base = css`
  :host {
    display: block;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  .surface {
    all: initial;
    display: block;
    box-sizing: border-box;
    padding: calc(2 * var(--_space));
    visibility: inherit;
    pointer-events: inherit;
    color-scheme: var(--_scheme);
    color: var(--_text);
    background: var(--_background);
    font-family: var(--_font);
    font-size: var(--_font-size);
    line-height: 1.5;
    overflow-wrap: anywhere;
    text-size-adjust: 100%;
    -webkit-text-size-adjust: 100%;
  }

  .surface *,
  .surface *::before,
  .surface *::after {
    box-sizing: border-box;
    /* So far from the edges of the window that a site’s header or footer, which stays there, hides nothing that has the focus. */
    scroll-margin-block: var(--care-sticky-offset, 96px);
  }

  .surface > * {
    max-inline-size: var(--_width);
  }

  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl {
    margin-block: 0 calc(2 * var(--_space));
  }

  h1,
  h2,
  h3 {
    line-height: 1.25;
    font-weight: bold;
  }

  h1,
  .title {
    --_scale: 1.5;
    font-size: 1.5em;
  }

  h2 {
    --_scale: 1.2;
    font-size: 1.2em;
  }

  h3 {
    font-size: 1em;
  }

  /*
   * A reader may have the page's words enlarged by the root's size alone. At twice its usual size this is twice ours;
   * at that size or below, where pages shrink it to count in tens, and for whoever has set a larger size in the
   * browser, it is our own.
   */
  .surface > * {
    font-size: calc(var(--_scale, 1) * max(1em, 2rem - 28px));
  }

  ul,
  ol {
    padding-inline-start: 1.25em;
  }

  dt {
    font-weight: bold;
  }

  dd {
    margin-inline-start: 0;
    margin-block-end: var(--_space);
  }

  a {
    color: var(--_link);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  .hint {
    display: block;
    margin-block: 0 var(--_space);
    color: var(--_hint);
    font-weight: normal;
  }

  :focus {
    outline: none;
  }

  :focus-visible {
    outline: 3px solid var(--_text);
    outline-offset: 3px;
    box-shadow: 0 0 0 3px var(--_focus);
    border-radius: var(--_radius);
  }

  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
  }

`;
