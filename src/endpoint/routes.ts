import type {Route} from './http/route.js';
import {assetRoutes} from './http/assets-routes.js';
import {frontRoutes} from './routes/front.js';
import {healthRoutes} from './routes/health.js';
import {inboxRoutes} from './routes/inbox.js';
import {inboxEraseRoutes} from './routes/inbox-erase.js';
import {inboxErasePageRoutes} from './routes/inbox-erase-pages.js';
import {inboxExportRoutes} from './routes/inbox-export.js';
import {inboxFindRoutes} from './routes/inbox-find.js';
import {inboxHandlingRoutes} from './routes/inbox-handling.js';
import {inboxHandlingPageRoutes} from './routes/inbox-handling-pages.js';
import {inboxPageRoutes} from './routes/inbox-pages.js';
import {openApiRoutes} from './http/openapi/openapi-routes.js';
import {ownFeedbackRoutes} from './own-feedback/own-feedback-routes.js';
import {placeRoutes} from './routes/places.js';
import {plainFormRoutes} from './plain-form/plain-form-routes.js';
import {questionSetRoutes} from './question-sets/question-sets-routes.js';
import {receiverRoutes} from './receiver/receiver-routes.js';
import {securityTxtRoutes} from './receiver/security-txt-routes.js';
import {serviceRoutes} from './routes/services.js';
import {signpostRoutes} from './routes/signposts.js';
import {submissionRoutes} from './submissions/submissions-routes.js';
import {whoCanHelpRoutes} from './routes/who-can-help.js';

const described: readonly Route[] = [
  ...submissionRoutes,
  ...receiverRoutes,
  ...serviceRoutes,
  ...placeRoutes,
  ...questionSetRoutes,
  ...signpostRoutes,
  ...inboxRoutes,
  ...inboxExportRoutes,
  ...inboxHandlingRoutes,
  ...inboxEraseRoutes,
  ...assetRoutes,
  ...healthRoutes,
  ...securityTxtRoutes,
];

/** Everything the endpoint answers. */
export const routes: readonly Route[] = [...described, ...openApiRoutes(described), ...frontRoutes, ...plainFormRoutes, ...ownFeedbackRoutes, ...whoCanHelpRoutes, ...inboxFindRoutes, ...inboxHandlingPageRoutes, ...inboxErasePageRoutes, ...inboxPageRoutes];
