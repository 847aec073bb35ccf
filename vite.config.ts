import {defineConfig} from 'vite';
import {pseudoLanguages} from './tools/words/pseudo-plugin.js';
import {define} from './build/builds.js';

// For Storybook. What is shipped is built from build/builds.js, tests are run by vitest.config.ts.
export default defineConfig({define, plugins: [pseudoLanguages()]});
