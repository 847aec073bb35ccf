import {str, type Words} from '../../locale/words.js';

/** The panel's own words, in one language. */
export function panelWords({msg}: Words) {
  return {
    intro: msg('You need not answer any of this. Your answers stay on this device.'),
    choose: msg('Choose'),
    print: msg('Print this list'),
    /** For those who hear the list change. */
    found: (count: number) => msg(str`${count} can help. They are listed below.`),
    copy: msg('Copy'),
    /** The same, for those who hear it without what stands around. */
    copyFrom: (name: string, value: string) => msg(str`Copy ${value}, ${name}`),
    copied: msg('Copied'),
    notCopied: msg('This could not be copied.'),
  };
}
