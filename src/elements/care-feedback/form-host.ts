import type {CSSResult, TemplateResult} from 'lit';
import type {Words} from '../../locale/words.js';

/** A form as the element knows it: before the rest of the code has come, and after. */
export interface Form {
  render(words: Words): TemplateResult;
  /** Continue, or Send on the last page, in the language that the person has read. */
  submitPage(language: string): Promise<void>;
  /** Whether leaving now would lose what somebody told, or the only way back to it. */
  readonly hasUnsaved: boolean;
  /** The page is left, and may be seen by somebody else who comes back to it. */
  leave?(): void;
  /** What gets the focus now that the form is rendered, as a selector; once. */
  takeFocus?(): string | undefined;
  /** Whether what was told is such that people should be able to leave quickly. */
  readonly needsQuickExit?: boolean;
}

/** What a form asks of the element around it. */
export interface FormHost {
  requestUpdate(): void;
  dispatchEvent(event: Event): void;
  /** The language of the page around it. */
  language(): string;
  /** What stands above every page, where anything does; `turn` grows with every page. */
  above?(words: Words, turn: number): unknown;
  /** Takes up styles that came with lazy code. */
  wear(styles: CSSResult): void;
}
