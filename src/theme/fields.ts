import {css} from 'lit';

/**
 * The rest of what `base.ts` begins, for everything after a form's first page:
 * fields to write in, faults, what has been done, and paper. Goes after `base`.
 */
export const fields = css`
  hr {
    margin-block: calc(3 * var(--_space));
    border: 0;
    border-block-start: 1px solid var(--_border);
  }

  button.secondary {
    border-color: var(--_border);
    background: var(--_background);
    color: var(--_link);
  }

  button[aria-disabled='true'] {
    cursor: default;
    border-style: dashed;
  }

  input:not([type='radio'], [type='checkbox']),
  textarea,
  select {
    display: block;
    inline-size: 100%;
    min-block-size: 44px;
    margin: 0;
    padding: calc(0.75 * var(--_space));
    border: 2px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_background);
    color: inherit;
    font: inherit;
    font-size: max(16px, 1em);
    letter-spacing: inherit;
    word-spacing: inherit;
  }

  textarea {
    min-block-size: 9em;
    resize: vertical;
    unicode-bidi: plaintext;
  }

  .error-message {
    display: block;
    margin-block: 0 var(--_space);
    color: var(--_error);
    font-weight: bold;
  }

  .field[data-faulty] {
    padding-inline-start: calc(1.5 * var(--_space));
    border-inline-start: 5px solid var(--_error);
  }

  .field[data-faulty] :is(input, textarea, select) {
    border-color: var(--_error);
  }

  .error-summary {
    padding: calc(2 * var(--_space));
    border: 4px solid var(--_error);
    border-radius: var(--_radius);
  }

  .error-summary :last-child,
  .panel :last-child {
    margin-block-end: 0;
  }

  .error-summary a {
    color: var(--_error);
    font-weight: bold;
  }

  /* A link that is all of its line can be as large a target as the line. */
  li > a {
    display: inline-block;
    vertical-align: top;
    min-block-size: 24px;
    padding-block: 2px;
  }

  .panel {
    padding: calc(2 * var(--_space));
    border: 4px solid var(--_accent);
    border-radius: var(--_radius);
  }

  a:hover,
  button:hover {
    text-decoration: underline;
    text-decoration-thickness: 3px;
  }

  .visually-hidden,
  .folded legend {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    border: 0;
  }

  /* On paper nothing can be unfolded. */
  @media print {
    details::details-content {
      block-size: auto;
      content-visibility: visible;
    }
  }

  @media (forced-colors: active) {
    button[aria-disabled='true'] {
      color: GrayText;
      border-color: GrayText;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .surface * {
      animation: none !important;
      transition: none !important;
      scroll-behavior: auto !important;
    }
  }

  @media print {
    .surface {
      padding: 0;
      color: #000000;
      background: none;
    }

    .screen-only,
    button {
      display: none !important;
    }
  }
`;
