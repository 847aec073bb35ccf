// What the endpoint says of itself, for the pages that are made from it.
export {commands} from '../../src/endpoint/all-commands.js';
export {optionAsTyped, usageOf} from '../../src/endpoint/command-help.js';
export {variableGroups} from '../../src/endpoint/environment-variables.js';
export {openApiDocument} from '../../src/endpoint/http/openapi/document.js';
export {routes} from '../../src/endpoint/routes.js';
