import {codeWords} from '../../questionnaire/words/code-words.js';
import {endingWords} from '../../questionnaire/words/ending-words.js';
import {answersOf} from './answer-list.js';
import type {View} from './view.js';
import {sentAddress} from './way-back.js';

/** All that somebody told, as plain text. */
export function wordsToKeep(view: View): string {
  const words = endingWords(view.words);
  const {delivery} = view.form;
  const receipt = delivery.is === 'received' ? delivery.receipt : undefined;
  const {code} = view.form;
  const {yourCode, keepCode, codeOpens} = codeWords(view.words);
  const rows = [
    ...(receipt ? [{label: words.reference, lines: [receipt.reference]}] : []),
    // Before Send there is nothing that it opens.
    ...(code !== undefined && view.form.letter ? [
      {label: yourCode, lines: [code, keepCode]},
      {label: codeOpens, lines: [sentAddress(view.form.opening.endpoint!)]},
    ] : receipt?.token ? [
      {label: words.yourCode, lines: [receipt.token, words.keepCode]},
      {label: words.wayBack, lines: [sentAddress(view.form.opening.endpoint!)]},
    ] : []),
    ...answersOf(view).filter(({lines}) => lines.length > 0),
  ];
  return [view.spoken.text.title, ...rows.map(({label, lines}) => [label, ...lines].join('\n'))].join('\n\n');
}

/** Puts what somebody told onto the clipboard, or shows it to be selected where the browser does not allow that. */
export async function copyWords(view: View): Promise<void> {
  const {form} = view;
  const text = wordsToKeep(view);
  try {
    await navigator.clipboard.writeText(text);
    form.copy = {is: 'copied'};
    form.keepCode('copied');
  } catch {
    form.copy = {is: 'shown', text};
    form.attend('#copy');
  }
}

/** Saves what somebody told as a file on their device. */
export function saveCopy(view: View, fileName: string): void {
  const address = URL.createObjectURL(new Blob([wordsToKeep(view)], {type: 'text/plain;charset=utf-8'}));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${fileName}.txt`;
  link.click();
  view.form.keepCode('written');
  // The download has its own hold on the text by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
