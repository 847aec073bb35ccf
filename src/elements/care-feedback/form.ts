import type {CSSResult, TemplateResult} from 'lit';
import type {Words} from '../../locale/words.js';

/** A form as the element knows it: before the rest of the code has come, and after. */
export interface Form {
  draw(words: Words): TemplateResult;
  /** Continue, or Send on the last page, in the language that the person has read. */
  goOn(language: string): Promise<void>;
  /** Whether leaving now would lose what somebody told, or the only way back to it. */
  readonly hasUnsaved: boolean;
  /** The page is left, and may be seen by somebody else who comes back to it. */
  leave?(): void;
  /** What the element puts above every page. */
  readonly element: Pick<Around, 'above'>;
  /** Whether what was told is such that people should be able to leave quickly. */
  readonly isDelicate?: boolean;
  /** What gets the focus once the form is drawn, as a selector. */
  attention: string | undefined;
}

/** What a form asks of the element around it. */
export interface Around {
  redraw: () => void;
  fire: (event: Event) => void;
  /** The language of the page around it. */
  language: () => string;
  /** What stands above every page, where anything does; `turn` grows with every page. */
  above?: (words: Words, turn: number) => unknown;
  /** Takes up styles that came with later code. */
  wear: (styles: CSSResult) => void;
  /** Puts another form into the place of this one. */
  show: (form: Form) => void;
}

/** The selector of a page's heading. */
export const heading = '.title';
