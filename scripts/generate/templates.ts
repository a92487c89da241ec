import fs from 'node:fs'
import path from 'node:path'
import {headingReader} from '../../core/src/document/heading-kind.ts'
import {BUILT_IN_IDS} from '../../core/src/templates/ids.ts'
import {readTemplate} from '../../core/src/templates/read-template.ts'
import {root} from './write.ts'

const FOLDER = 'core/data/templates'

/** The built-in templates are files like those of a team, read in advance. */
export function generateTemplates(): Record<string, string> {
  const files = fs.readdirSync(path.join(root, FOLDER)).map((name) => name.replace(/\.md$/, ''))
  const odd = files.filter((id) => !BUILT_IN_IDS.includes(id as (typeof BUILT_IN_IDS)[number]))
  if (odd.length) throw new Error(`${FOLDER}: ${odd.join(', ')} is not in core/src/templates/ids.ts`)
  const kindsOf = headingReader()
  const templates = BUILT_IN_IDS.map((id) => {
    const file = `${FOLDER}/${id}.md`
    const {template, problems} = readTemplate(fs.readFileSync(path.join(root, file), 'utf8'), file)
    const [problem] = problems
    if (problem || !template) throw new Error(`${file}: ${problem?.message ?? 'no template'}`)
    const stray = template.sections.find(({heading, kind}) => kindsOf(heading).kinds[0] !== kind)
    if (stray)
      throw new Error(
        `${file}: “${stray.heading}” would be read as ${kindsOf(stray.heading).kinds[0]}, not ${stray.kind}`,
      )
    if (template.id !== id) throw new Error(`${file}: the id is ${template.id}`)
    return template
  })
  return {
    'core/src/templates/templates.generated.ts':
      `// Generated from ${FOLDER} by “npm run generate”. Do not edit.\nimport type {Template} from './template.ts'\n\n` +
      `export const BUILT_IN: readonly Template[] = ${JSON.stringify(templates, null, 1)}\n`,
  }
}
