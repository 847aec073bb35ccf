export default {
  globs: ['src/elements/**/*.ts'],
  litelement: true,
  quiet: true,
  // Ours says already where the manifest lies; the tool would rewrite the file.
  packagejson: false,
};
