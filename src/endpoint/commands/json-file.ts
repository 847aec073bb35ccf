import {createReadStream} from 'node:fs';
import {buffer} from 'node:stream/consumers';
import {reasonOf} from './reason-of.js';
import {fewer} from '../http/schema-faults.js';
import {StartFault} from './start-fault.js';
import {structureFaults} from '../http/untrusted-json.js';

/** A file of JSON that somebody wrote for the endpoint. */
export interface JsonFile {
  path: string;
  /** As errors begin: `The receiver's file receiver.json (CARE_RECEIVER)`. */
  named: string;
  /** How long it may be. */
  bytes?: number;
  /** What errors end with, where there is more to say on how to mend it. */
  mend?: string;
  /** What to do about one that is too long. */
  shorten?: string;
}

const usualBytes = 1024 * 1024;

/**
 * The JSON in a file, which a schema can look at and no more is known of. No more
 * of it is read than it may have.
 *
 * @throws StartFault that names the file, and the places at fault.
 */
export async function readJsonFile({path, named, bytes = usualBytes, mend, shorten = 'Is it the right file?'}: JsonFile): Promise<unknown> {
  const fault = (words: string) => new StartFault([`${named} ${words}`, ...(mend === undefined ? [] : [mend])].join('\n'));
  // `end` counts from 0: one byte more than is taken, to see that there is more.
  const content = await buffer(createReadStream(path, {end: bytes})).catch((error: unknown) => {
    throw fault(`cannot be read: ${reasonOf(error)}`);
  });
  if (content.byteLength > bytes) throw fault(`is longer than ${bytes} bytes (${bytes / 1024 / 1024} MB).\n${shorten}`);
  const json = parse(textOf(content, fault), fault);
  const faults = structureFaults(json);
  if (faults.length > 0) throw fault(`cannot be used as it is:\n${fewer(faults).map(({pointer, detail}) => `  ${pointer} ${detail}`).join('\n')}`);
  return json;
}

type Fault = (words: string) => StartFault;

function textOf(content: Uint8Array, fault: Fault): string {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(content);
  } catch {
    throw fault('is not text in UTF-8.\nSave it again with this encoding.');
  }
}

function parse(text: string, fault: Fault): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw fault(`is not JSON: ${reasonOf(error)}`);
  }
}
