import {css} from 'lit';

/**
 * What every element's own markup looks like, as far as a first page needs it;
 * `fields.ts` holds the rest. An element's root holds the
 * `<slot>` with the page's words, which stay the page's in looks, and beside it
 * one `<div class="surface">` with everything else.
 *
 * Plain `h1`–`h3`, `p`, `a`, `button`, `input`, `textarea`, `select`, `fieldset`, `legend`,
 * `label`, `ul`, `dl` need no class. Beyond them:
 * - `button.secondary`, and `button.link` for one that reads as a link;
 * - `.option`: a radio or tick and its label; the whole row can be tapped;
 * - `.hint`, `.error-message`, and `.field` (with `data-faulty` when it has a fault) around a control, its label and both;
 * - `.error-summary` at the top of a page with faults, `.inset` for words that stand out, `.panel` for what has been done;
 * - `.visually-hidden` for words that are only heard, `.screen-only` for what paper does not need.
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
  dl,
  fieldset,
  .field,
  .error-summary,
  .inset,
  .panel {
    margin-block: 0 calc(2 * var(--_space));
  }

  h1,
  h2,
  h3,
  legend {
    line-height: 1.25;
    font-weight: bold;
  }

  h1,
  .title {
    font-size: 1.5em;
  }

  h2 {
    font-size: 1.2em;
  }

  h3 {
    font-size: 1em;
  }

  ul,
  ol {
    padding-inline-start: 1.25em;
  }

  dt,
  .label {
    font-weight: bold;
  }

  dd {
    margin-inline-start: 0;
    margin-block-end: var(--_space);
  }

  a,
  button.link {
    color: var(--_link);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  button {
    display: inline-block;
    min-block-size: 44px;
    min-inline-size: 44px;
    margin: 0;
    padding: var(--_space) calc(2 * var(--_space));
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_accent-text);
    font: inherit;
    font-weight: bold;
    text-align: center;
    cursor: pointer;
    touch-action: manipulation;
  }

  button.link {
    border-color: transparent;
    padding-inline: 0;
    background: none;
    font-weight: inherit;
    text-align: start;
  }

  input[type='radio'],
  input[type='checkbox'] {
    flex: none;
    inline-size: max(24px, 1.35em);
    block-size: max(24px, 1.35em);
    min-block-size: 0;
    margin: 0;
    font-size: inherit;
    accent-color: var(--_accent);
  }

  fieldset {
    min-inline-size: 0;
    margin-inline: 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0;
    margin-block-end: var(--_space);
  }

  label,
  .label {
    display: block;
    margin-block-end: calc(0.5 * var(--_space));
  }

  .option {
    display: flex;
    align-items: flex-start;
    gap: calc(1.5 * var(--_space));
    min-block-size: 44px;
    padding-block: calc(0.75 * var(--_space));
  }

  /* The first line of the words stands at the middle of the control, however many lines follow. */
  .option input {
    margin-block-start: max(0px, (1.5em - max(24px, 1.35em)) / 2);
  }

  .option label {
    flex: 1;
    min-inline-size: 0;
    margin: 0;
    cursor: pointer;
  }

  .hint {
    display: block;
    margin-block: 0 var(--_space);
    color: var(--_hint);
    font-weight: normal;
  }

  .inset {
    padding-block: var(--_space);
    padding-inline-start: calc(2 * var(--_space));
    border-inline-start: 8px solid var(--_border);
  }

  .inset :last-child {
    margin-block-end: 0;
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

  :is(h1, h2, h3, legend, [tabindex='-1']):focus {
    outline: none;
    box-shadow: none;
  }

  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
  }

`;
