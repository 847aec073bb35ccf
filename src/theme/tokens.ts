import {css} from 'lit';

/**
 * What a page may set, on the tag or on anything around it, and what holds when it does not.
 *
 * | property | for | on light | on dark |
 * | --- | --- | --- | --- |
 * | `--care-colour-scheme` | `light`, `dark`, or `light dark` to follow the reader's own setting | `light` | |
 * | `--care-colour-text` | words | `#1f2a30` | `#f2f5f6` |
 * | `--care-colour-background` | what the words stand on | `#ffffff` | `#14191c` |
 * | `--care-colour-hint` | hints, on the background | `#495a66` | `#b6c3cb` |
 * | `--care-colour-link` | links, on the background | `#00538a` | `#8ac6ff` |
 * | `--care-colour-accent` | the main button, and what is chosen | `#00604a` | `#7ad9bd` |
 * | `--care-colour-accent-text` | words on the main button | `#ffffff` | `#06231b` |
 * | `--care-colour-border` | edges of fields, and lines | `#5a6a75` | `#94a3ad` |
 * | `--care-colour-error` | what is wrong, on the background | `#b0101f` | `#ff9d98` |
 * | `--care-colour-focus` | the inner ring around what has the focus; the outer has the colour of the words | `#ffcf33` | `#7a5c00` |
 * | `--care-font` | typeface | the page's | |
 * | `--care-font-size` | size of the words; all else follows it | `large`: 18px, or more for readers who set their browser so | |
 * | `--care-space` | the step of all distances | `8px` | |
 * | `--care-radius` | corners of fields and buttons | `4px` | |
 * | `--care-width` | how wide lines of words may get | `38em` | |
 * | `--care-sticky-offset` | how far a header or footer of yours that stays on the screen reaches into it | `96px` for what has the focus, `0px` for the way to leave quickly | |
 *
 * The words stand on a background of their own, so that they can be read on a
 * page of any colour. `controls.ts` reads those of buttons and faults, for
 * elements that have any. The pairs hold WCAG's contrasts; whoever changes one
 * colour checks those it stands beside.
 */
// `:host` would not do: what a page sets on `:root` would lose to it. And the
// names read by our own styles differ from the public ones, as a property
// cannot have itself as a fallback. `light-dark()` is younger than the phones
// that many people have: those get the light colours, and light controls.
export const tokens = css`
  .surface {
    --_scheme: light;
    --_text: var(--care-colour-text, #1f2a30);
    --_background: var(--care-colour-background, #ffffff);
    --_hint: var(--care-colour-hint, #495a66);
    --_link: var(--care-colour-link, #00538a);
    --_border: var(--care-colour-border, #5a6a75);
    --_focus: var(--care-colour-focus, #ffcf33);
    --_font: var(--care-font, inherit);
    --_font-size: var(--care-font-size, large);
    --_space: var(--care-space, 8px);
    --_radius: var(--care-radius, 4px);
    --_width: var(--care-width, 38em);
  }

  @supports (color: light-dark(#000000, #ffffff)) {
    .surface {
      --_scheme: var(--care-colour-scheme, light);
      --_text: var(--care-colour-text, light-dark(#1f2a30, #f2f5f6));
      --_background: var(--care-colour-background, light-dark(#ffffff, #14191c));
      --_hint: var(--care-colour-hint, light-dark(#495a66, #b6c3cb));
      --_link: var(--care-colour-link, light-dark(#00538a, #8ac6ff));
      --_border: var(--care-colour-border, light-dark(#5a6a75, #94a3ad));
      --_focus: var(--care-colour-focus, light-dark(#ffcf33, #7a5c00));
    }
  }
`;
