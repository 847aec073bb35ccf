import {receiptCodeOf} from '../../domain/questionnaire/form-session/code-keeping.js';
import {codeWords} from '../../domain/questionnaire/words/code-words.js';
import {endingWords} from '../../domain/questionnaire/words/ending-words.js';
import {answersInContext} from './answer-list.js';
import type {RenderContext} from './render-context.js';
import {sentAddress} from './way-back.js';

/** All that somebody told, as plain text. */
export function wordsToKeep(context: RenderContext): string {
  const words = endingWords(context.words);
  const {session: {delivery, submission}, opening} = context;
  const receipt = delivery.is === 'received' ? delivery.receipt : undefined;
  const code = receiptCodeOf(context.session);
  const {yourCode, keepCode, codeOpens} = codeWords(context.words);
  const rows = [
    ...(receipt ? [{label: words.reference, lines: [receipt.reference]}] : []),
    // Before Send there is nothing that it opens.
    ...(code !== undefined && submission ? [
      {label: yourCode, lines: [code, keepCode]},
      {label: codeOpens, lines: [sentAddress(opening.endpoint!)]},
    ] : receipt?.token ? [
      {label: words.yourCode, lines: [receipt.token, words.keepCode]},
      {label: words.wayBack, lines: [sentAddress(opening.endpoint!)]},
    ] : []),
    ...answersInContext(context).filter(({lines}) => lines.length > 0),
  ];
  return [context.spoken.text.title, ...rows.map(({label, lines}) => [label, ...lines].join('\n'))].join('\n\n');
}

/** Puts what somebody told onto the clipboard, or shows it to be selected where the browser does not allow that. */
export async function copyWords(context: RenderContext): Promise<void> {
  const {step} = context;
  const text = wordsToKeep(context);
  try {
    await navigator.clipboard.writeText(text);
    step({do: 'copy'});
  } catch {
    step({do: 'show-copy', text});
  }
}

/** Saves what somebody told as a file on their device. */
export function saveCopy(context: RenderContext, fileName: string): void {
  const address = URL.createObjectURL(new Blob([wordsToKeep(context)], {type: 'text/plain;charset=utf-8'}));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${fileName}.txt`;
  link.click();
  context.step({do: 'keep-code', how: 'written'});
  // The download has its own hold on the text by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
