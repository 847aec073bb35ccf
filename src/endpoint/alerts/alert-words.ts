import {str, type Words} from '../../locale/words.js';

/** The words of the mail that says that something urgent waits. They tell nothing of it. */
export function alertWords({msg}: Words) {
  return {
    subject: msg('Urgent feedback waits to be read'),
    subjectAgain: (time: number) => msg(str`Urgent feedback still waits to be read (message ${time})`),
    waits: msg('Somebody sent feedback that may be about people in danger. Open it here. You need to be signed in to the inbox:'),
    again: msg('This message comes again until somebody has opened it.'),
  };
}
