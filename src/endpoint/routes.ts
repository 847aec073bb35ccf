import type {Route} from './http/route.js';
import {assetRoutes} from './http/assets-routes.js';
import {frontRoutes} from './front-routes.js';
import {healthRoutes} from './health-routes.js';
import {inboxRoutes} from './inbox/inbox-api-routes.js';
import {inboxEraseRoutes} from './inbox/inbox-erase-api-routes.js';
import {inboxErasePageRoutes} from './inbox/inbox-erase-page-routes.js';
import {inboxExportRoutes} from './inbox/inbox-export-api-routes.js';
import {inboxFindRoutes} from './inbox/inbox-find-routes.js';
import {inboxStatusRoutes} from './inbox/inbox-status-api-routes.js';
import {inboxStatusPageRoutes} from './inbox/inbox-status-page-routes.js';
import {inboxPageRoutes} from './inbox/inbox-page-routes.js';
import {openApiRoutes} from './http/openapi/openapi-routes.js';
import {ownFeedbackRoutes} from './own-feedback/own-feedback-routes.js';
import {placeRoutes} from './directory/places-routes.js';
import {plainFormRoutes} from './plain-form/plain-form-routes.js';
import {questionSetRoutes} from './question-sets/question-sets-routes.js';
import {receiverRoutes} from './receiver/receiver-routes.js';
import {securityTxtRoutes} from './receiver/security-txt-routes.js';
import {serviceRoutes} from './directory/services-routes.js';
import {signpostRoutes} from './signposts/signposts-routes.js';
import {submissionRoutes} from './submissions/submissions-routes.js';
import {whoCanHelpRoutes} from './signposts/who-can-help-routes.js';

const described: readonly Route[] = [
  ...submissionRoutes,
  ...receiverRoutes,
  ...serviceRoutes,
  ...placeRoutes,
  ...questionSetRoutes,
  ...signpostRoutes,
  ...inboxRoutes,
  ...inboxExportRoutes,
  ...inboxStatusRoutes,
  ...inboxEraseRoutes,
  ...assetRoutes,
  ...healthRoutes,
  ...securityTxtRoutes,
];

/** Everything the endpoint answers. */
export const routes: readonly Route[] = [...described, ...openApiRoutes(described), ...frontRoutes, ...plainFormRoutes, ...ownFeedbackRoutes, ...whoCanHelpRoutes, ...inboxFindRoutes, ...inboxStatusPageRoutes, ...inboxErasePageRoutes, ...inboxPageRoutes];
