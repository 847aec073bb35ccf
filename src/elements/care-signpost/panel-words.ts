import {plural} from '../../locale/plural.js';
import {str, type Words} from '../../locale/words.js';

/** The panel's own words, in one language. */
export function panelWords({lang, msg}: Words) {
  return {
    intro: msg('You need not answer any of this. Your answers stay on this device.'),
    choose: msg('Choose'),
    print: msg('Print this list'),
    /** For those who hear the list change. */
    found: (count: number) => plural(lang, count, {
      zero: msg(str`${count} can help. They are listed below.`, {id: 'can-help.zero'}),
      one: msg(str`${count} can help. It is listed below.`, {id: 'can-help.one'}),
      two: msg(str`${count} can help. They are listed below.`, {id: 'can-help.two'}),
      few: msg(str`${count} can help. They are listed below.`, {id: 'can-help.few'}),
      many: msg(str`${count} can help. They are listed below.`, {id: 'can-help.many'}),
      other: msg(str`${count} can help. They are listed below.`, {id: 'can-help.other'}),
    }),
    copy: msg('Copy'),
    /** The same, for those who hear it without what stands around. */
    copyFrom: (name: string, value: string) => msg(str`Copy ${value}, ${name}`),
    copied: msg('Copied'),
    notCopied: msg('This could not be copied.'),
  };
}
