/** A configuration that says something the linter does not understand; a check with half of it would mislead. */
export class ConfigError extends Error {}
