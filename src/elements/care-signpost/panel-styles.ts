import {css} from 'lit';

/** What the questions and what stands around them look like, beside the list. */
export const panelStyles = css`
  .few {
    display: flex;
    flex-wrap: wrap;
    column-gap: calc(4 * var(--_space));
  }

  .few .option {
    min-inline-size: 5em;
  }

  select {
    display: block;
    max-inline-size: 100%;
    min-block-size: 44px;
    margin-block-end: calc(2 * var(--_space));
    padding: calc(0.75 * var(--_space));
    border: 2px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_background);
    color: inherit;
    font: inherit;
  }

  .copy {
    font-size: 0.8em;
  }

  @media print {
    form,
    [role='status'],
    button {
      display: none !important;
    }

    .surface {
      --_text: #000000;
      --_hint: #000000;
      --_link: #000000;
      padding: 0;
      background: none;
    }
  }
`;
