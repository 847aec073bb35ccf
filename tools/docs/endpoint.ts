// What the endpoint says of itself, for the pages that are made from it.
export {commands} from '../../src/endpoint/commands/all-commands.js';
export {optionAsTyped, usageOf} from '../../src/endpoint/commands/help.js';
export {variableGroups} from '../../src/endpoint/configuration/variables.js';
export {openApiDocument} from '../../src/endpoint/http/openapi/document.js';
export {routes} from '../../src/endpoint/routes.js';
