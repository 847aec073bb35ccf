import {Hono} from 'hono';
import type {EndpointEnvironment} from './http/environment.js';
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

const rooms = new Hono<EndpointEnvironment>()
  .route('/', submissionRoutes)
  .route('/', receiverRoutes)
  .route('/', serviceRoutes)
  .route('/', placeRoutes)
  .route('/', questionSetRoutes)
  .route('/', signpostRoutes)
  .route('/', inboxRoutes)
  .route('/', inboxExportRoutes)
  .route('/', inboxStatusRoutes)
  .route('/', inboxEraseRoutes)
  .route('/', assetRoutes)
  .route('/', healthRoutes)
  .route('/', securityTxtRoutes)
  .route('/', frontRoutes)
  .route('/', plainFormRoutes)
  .route('/', ownFeedbackRoutes)
  .route('/', whoCanHelpRoutes)
  .route('/', inboxFindRoutes)
  .route('/', inboxStatusPageRoutes)
  .route('/', inboxErasePageRoutes)
  .route('/', inboxPageRoutes);

/** Everything the endpoint answers. */
export const routes: Hono<EndpointEnvironment> = rooms.route('/', openApiRoutes(rooms));
