import {asFile, readConcernRules} from '../concerns/rules-file.js';
import {environmentHelp, readConfiguration} from '../configuration.js';
import {UsageFault, type Command} from './command.js';

/** Shows when a service is raised. */
export const concernsRules: Command = {
  name: 'concerns rules',
  takes: '',
  summary: 'prints the rules by which repeat concerns about a service are raised',
  help: `Prints the rules in force: those of the file in CARE_CONCERNS once it has been
checked, or the usual ones. Save what it prints, change it, and name the file:
  care-endpoint concerns rules > concerns.json\n\n${environmentHelp}`,
  async run(words, environment) {
    if (words.length > 0) throw new UsageFault('concerns rules takes nothing.');
    console.log(asFile(await readConcernRules(readConfiguration(environment).concernsFile)));
    return 0;
  },
};
