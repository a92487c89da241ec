import fs from 'node:fs'
import path from 'node:path'
import {format, resolveConfig} from 'prettier'
import {CLIENT_SCHEMA} from '../../client/src/settings-schema.ts'
import type {Schema} from '../../core/src/lint/config-schema.ts'
import {EDITOR_SCHEMA} from '../../server/src/editor-settings.ts'
import {root} from './write.ts'

interface Manifest {
  version: string
  contributes: Record<string, unknown>
}

/** The settings of the extension from the schemas of those who read them, and what else repeats package.json. */
export async function generateManifest(): Promise<Record<string, string>> {
  // Late: the rules read data that other generators write.
  const {CONFIG_SCHEMA} = await import('../../core/src/lint/config-schema.ts')
  const {RULE_INFO} = await import('../../core/src/rules/info.ts')
  const severities = CONFIG_SCHEMA.rules.additionalProperties as Schema
  const rules: Schema = {
    ...CONFIG_SCHEMA.rules,
    properties: Object.fromEntries(
      [...RULE_INFO.values()]
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(({id, severity, optIn, docs}) => [
          id,
          {
            ...severities,
            description: `${docs.summary} ${optIn ? 'Off unless set.' : `Severity: \`${severity}\` if not set.`}`,
          },
        ]),
    ),
    additionalProperties: false,
  }
  const linter: Record<string, Schema> = {...CONFIG_SCHEMA, rules}
  const sections = [
    {title: 'Findings', properties: linter, scope: 'resource'},
    {title: 'Editor', properties: {...EDITOR_SCHEMA, ...CLIENT_SCHEMA} as Record<string, Schema>, scope: 'resource'},
  ]
  const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest
  manifest.contributes.configuration = sections.map(({title, properties, scope}) => ({
    title,
    properties: Object.fromEntries(
      Object.entries(properties).map(([key, schema]) => [
        `postmortem.${key}`,
        {...forManifest(schema), scope: scopeOf(key, scope)},
      ]),
    ),
  }))
  const fileSchema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of a team for its post-mortems',
    type: 'object',
    additionalProperties: false,
    properties: linter,
  }
  return {
    'package.json': `${JSON.stringify(manifest, undefined, 2)}\n`,
    'schemas/postmortemrc.schema.json': await format(JSON.stringify(fileSchema), {
      ...(await resolveConfig(path.join(root, 'package.json'))),
      parser: 'json',
    }),
    'cli/src/version.generated.ts': `// Generated from package.json by “npm run generate”. Do not edit.\nexport const VERSION = '${manifest.version}'\n`,
  }
}

/** One window has one server, which checks the workspace as a whole or not at all. */
const scopeOf = (key: string, scope: string): string => (key === 'lintWorkspace' ? 'window' : scope)

/** The settings editor renders Markdown under keys of its own. */
function forManifest(schema: Schema): Record<string, unknown> {
  const {description, enumDescriptions, properties, items, additionalProperties, ...rest} = schema
  return {
    ...rest,
    ...(description ? {markdownDescription: description} : {}),
    ...(enumDescriptions ? {markdownEnumDescriptions: enumDescriptions} : {}),
    ...(properties
      ? {properties: Object.fromEntries(Object.entries(properties).map(([key, inner]) => [key, forManifest(inner)]))}
      : {}),
    ...(items ? {items: forManifest(items)} : {}),
    ...(additionalProperties === undefined
      ? {}
      : {additionalProperties: additionalProperties === false ? false : forManifest(additionalProperties)}),
  }
}
