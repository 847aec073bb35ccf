import {backup} from './store/sqlite/backup-command.js';
import type {Command} from './commands/command.js';
import {concernsRules} from './concerns/concerns-rules-command.js';
import {contactKeyMake, contactKeyOpen} from './keys/contact-key-command.js';
import {eraseCommand} from './retention/erase-command.js';
import {exportFeedbackCommand} from './inbox/export/export-feedback-command.js';
import {exportRatingsCommand} from './directory/export/export-ratings-command.js';
import {importRatings} from './directory/import/import-ratings-command.js';
import {keysRotate} from './keys/keys-rotate-command.js';
import {logCommand} from './access/log-command.js';
import {questionSetsAdd} from './question-sets/question-sets-add-command.js';
import {restore} from './store/sqlite/restore-command.js';
import {serveCommand} from './serve-command.js';
import {signpostsUnchecked} from './signposts/signposts-unchecked-command.js';
import {syncCommand} from './directory/sync/sync-command.js';
import {tidyCommand} from './retention/tidy-command.js';
import {tokenEnd, tokenList, tokenMake} from './access/token-command.js';

/** Every command of `care-endpoint`, in the order in which they are listed. */
export const commands: readonly Command[] = [serveCommand, importRatings, syncCommand, exportRatingsCommand, exportFeedbackCommand, questionSetsAdd, signpostsUnchecked, concernsRules, keysRotate, contactKeyMake, contactKeyOpen, tokenMake, tokenList, tokenEnd, logCommand, tidyCommand, eraseCommand, backup, restore];
