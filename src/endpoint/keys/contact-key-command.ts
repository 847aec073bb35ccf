import {readFile} from 'node:fs/promises';
import {text} from 'node:stream/consumers';
import {makeContactKey, openContact} from './contact-key.js';
import {makeFile} from '../commands/files.js';
import {StartFault} from '../commands/start-fault.js';
import {defineCommand} from '../commands/command.js';

/** Makes the pair of keys for contact details, on the computer that will open them. */
export const contactKeyMake = defineCommand({
  name: 'contact-key make',
  summary: 'makes a key for contact details; prints what CARE_CONTACT_KEY takes',
  operand: {name: 'FILE', count: 'one'},
  usageError: 'contact-key make takes the name of one file.',
  readsEnvironment: false,
  help: ['Run it on the computer of those who get in touch with people, not on the endpoint’s. FILE holds the private part and stays there: without it nobody can open the contact details, so keep a copy in a safe place.'],
  async run({operands: [file]}) {
    const {privateKey, publicKey} = await makeContactKey();
    await makeFile(file, `${privateKey}\n`).catch((error: NodeJS.ErrnoException) => {
      throw new StartFault(error.code === 'EEXIST' ? `${file} is there already. Name another file: what is sealed to the key in it can be opened with it alone.` : `${file} cannot be written: ${error.message}`);
    });
    console.log(publicKey);
    return 0;
  },
});

/** Opens contact details where the private key is. */
export const contactKeyOpen = defineCommand({
  name: 'contact-key open',
  summary: 'opens sealed contact details, which it reads from its input',
  operand: {name: 'FILE', count: 'one'},
  usageError: 'contact-key open takes the name of one file.',
  readsEnvironment: false,
  help: ['FILE is what "contact-key make" wrote. The input is what the inbox shows, or the JSON that it answers.'],
  async run({operands: [file]}) {
    const key = await readFile(file, 'utf8').catch((error: Error) => {
      throw new StartFault(`${file} cannot be read: ${error.message}`);
    });
    console.log(await openContact((await text(process.stdin)).trim(), key));
    return 0;
  },
});
