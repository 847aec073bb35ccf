import {base} from '../../theme/base.js';
import {tokens} from '../../theme/tokens.js';
import {signpostListStyles} from '../shared/signpost-list/signpost-list-styles.js';

/** What the first list needs. */
export const styles = [tokens, base, signpostListStyles];
