import {isLanguageTag} from '../../contract/addresses.js';
import {StartFault} from './start-fault.js';

/** The parse of a variable that is a BCP 47 tag. */
export function languageTag(variable: string): (tag: string) => string {
  return (tag) => {
    if (!isLanguageTag(tag)) throw new StartFault(`${variable} is "${tag}", which is no language.\nSet it to a language tag, such as cy for Welsh, or leave it out for English.`);
    return tag;
  };
}
