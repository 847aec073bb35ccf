import {asFile, readConcernRules} from './concern-rules-file.js';
import {readConfiguration} from '../configuration.js';
import {defineCommand} from '../commands/command.js';

/** Shows when a service is raised. */
export const concernsRules = defineCommand({
  name: 'concerns rules',
  summary: 'prints the rules by which repeat concerns about a service are raised',
  usageError: 'concerns rules takes nothing.',
  help: [
    'Prints the rules in force: those of the file in CARE_CONCERNS once it has been checked, or the usual ones. Save what it prints, change it, and name the file:',
    '  care-endpoint concerns rules > concerns.json',
  ],
  async run(_parsed, environment) {
    console.log(asFile(await readConcernRules(readConfiguration(environment).concernsFile)));
    return 0;
  },
});
