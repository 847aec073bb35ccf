import {css} from 'lit';

/**
 * What `base.ts` leaves out for elements that only show something: what people
 * press, choose and write into on a first page. Goes after `base`, before `fields`.
 *
 * Plain `button`, `input`, `fieldset`, `legend` and `label` need no class. Beyond them:
 * - `button.link` for one that reads as a link;
 * - `.option`: a radio or tick and its label; the whole row can be tapped;
 * - `.field` around a control and its label, `.inset` for words that stand out.
 */
export const controls = css`
  .surface {
    --_accent: var(--care-colour-accent, #00604a);
    --_accent-text: var(--care-colour-accent-text, #ffffff);
    --_error: var(--care-colour-error, #b0101f);
  }

  @supports (color: light-dark(#000000, #ffffff)) {
    .surface {
      --_accent: var(--care-colour-accent, light-dark(#00604a, #7ad9bd));
      --_accent-text: var(--care-colour-accent-text, light-dark(#ffffff, #06231b));
      --_error: var(--care-colour-error, light-dark(#b0101f, #ff9d98));
    }
  }

  fieldset,
  .field,
  .error-summary,
  .inset,
  .panel {
    margin-block: 0 calc(2 * var(--_space));
  }

  legend {
    line-height: 1.25;
    font-weight: bold;
  }

  .label {
    font-weight: bold;
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
    color: var(--_link);
    text-decoration: underline;
    text-underline-offset: 0.15em;
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
    appearance: none;
    display: grid;
    place-content: center;
    border: 2px solid var(--_border);
    background: var(--_background);
    color: var(--_accent);
    cursor: pointer;
  }

  input[type='radio'],
  input[type='radio']::before {
    border-radius: 50%;
  }

  input[type='checkbox'] {
    border-radius: 2px;
  }

  input:checked {
    border-color: currentColor;
  }

  /* Drawn, since a policy for images holds for those of a style sheet too. */
  input:checked::before {
    content: '';
    inline-size: max(14px, 0.8em);
    block-size: max(14px, 0.8em);
    background: currentColor;
    print-color-adjust: exact;
    -webkit-print-color-adjust: exact;
  }

  input[type='checkbox']:checked::before {
    clip-path: polygon(12% 47%, 0 60%, 40% 100%, 100% 22%, 88% 8%, 39% 74%);
  }

  @media (forced-colors: active) {
    input[type='radio'],
    input[type='checkbox'] {
      appearance: auto;
    }

    input:checked::before {
      content: none;
    }
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
    position: relative;
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
    position: relative;
    flex: 1;
    min-inline-size: 0;
    margin: 0;
    cursor: pointer;
  }

  /* The whole row is pressed for its control, also beside the words. */
  .option input::after {
    position: absolute;
    inset: 0;
    content: '';
  }

  .inset {
    padding-block: var(--_space);
    padding-inline-start: calc(2 * var(--_space));
    border-inline-start: 8px solid var(--_border);
  }

  .inset :last-child {
    margin-block-end: 0;
  }

  :is(h1, h2, h3, legend, [tabindex='-1']):focus {
    outline: none;
    box-shadow: none;
  }
`;
