import {readConfiguration} from '../configuration.js';
import {rotateSealingKey} from './key-file.js';
import {defineCommand} from '../commands/command.js';

/** Makes the key anew that feedback is sealed to. */
export const keysRotate = defineCommand({
  name: 'keys rotate',
  summary: 'makes a new key that feedback is sealed to; old ones open for 90 days',
  usageError: 'keys rotate takes nothing: the file is in CARE_KEYS.',
  help: [
    'An endpoint that runs takes it within a minute, and needs no restart. Where others have a file of their own with these keys, copy it to them under another name and move it into its place. What is sealed to a key that an endpoint does not have yet waits on people’s devices and comes again.',
    'Keys that were replaced 90 days ago are dropped, and what is sealed to them cannot be opened any more. References stay as they are.',
  ],
  async run(_parsed, environment) {
    const {keysFile} = readConfiguration(environment);
    const {old, dropped} = await rotateSealingKey(keysFile, new Date());
    console.log(`A new key stands on top of ${keysFile}. Old ones that still open: ${old}. Dropped: ${dropped}.\nEndpoints that use this file take it within a minute. Back the file up, and copy it to endpoints that have one of their own.`);
    return 0;
  },
});
