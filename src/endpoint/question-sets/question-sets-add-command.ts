import {QuestionSet} from '../../contract/question-set.js';
import type {Fault} from '../../contract/problem.js';
import {builtInSets} from '../../domain/questionnaire/sets/built-in-sets.js';
import {setFaults} from '../../domain/questionnaire/sets/set-faults.js';
import {readConfiguration} from '../configuration.js';
import {readJsonFile} from '../commands/json-file.js';
import {openStore} from '../store/open-store.js';
import {readAs} from '../http/schema-faults.js';
import {StartFault} from '../commands/start-fault.js';
import {defineCommand} from '../commands/command.js';

// With texts in dozens of languages.
const setBytes = 4 * 1024 * 1024;

/** Registers question sets of one's own. */
export const questionSetsAdd = defineCommand({
  name: 'question-sets add',
  summary: 'registers question sets, so that forms can ask them',
  operand: {name: 'FILE', count: 'one or more'},
  usageError: 'question-sets add takes the name of a file.',
  help: ['Each file holds one set as JSON: id, version, pages and texts. A version that is registered never changes; a change makes a new version. Counts at once, also for an endpoint that runs.'],
  async run({operands: files}, environment) {
    // Every file is read before any is kept: a fault in the last keeps nothing of the first.
    const sets = await Promise.all(files.map(async (file) => ({file, set: await readSet(file)})));
    const store = await openStore(readConfiguration(environment));
    try {
      for (const {file, set} of sets) {
        const result = await store.addQuestionSet(set);
        const named = `${set.id} version ${set.version}`;
        if (result === 'different') throw new StartFault(`${file}: ${named} is registered already with other content.\nA published version never changes: give this one another "version".`);
        console.log(result === 'added' ? `${named} is registered.` : `${named} was registered already.`);
      }
    } finally {
      await store.close();
    }
    return 0;
  },
});

async function readSet(file: string): Promise<QuestionSet> {
  const read = readAs(QuestionSet, await readJsonFile({path: file, named: file, bytes: setBytes}));
  if (!read.fits) throw notTaken(file, read.faults);
  const faults = setFaults(read.value);
  if (builtInSets.includes(read.value.id)) faults.unshift({pointer: '/id', detail: `is "${read.value.id}", which is built in: choose another`});
  if (faults.length > 0) throw notTaken(file, faults);
  return read.value;
}

function notTaken(file: string, faults: readonly Fault[]): StartFault {
  const lines = faults.map(({pointer, detail}) => `  ${pointer || '/'} ${detail}`);
  return new StartFault(`${file} is no question set that can be asked:\n${lines.join('\n')}`);
}
