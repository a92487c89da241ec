import {SECTION_KINDS, SECTION_NAMES} from '../../core/src/document/kinds.ts'

/** A snippet for every kind of section, with the heading and the prompts of the first template that has it. */
export async function generateSnippets(): Promise<Record<string, string>> {
  // Late: the templates are generated too.
  const {TEMPLATES} = await import('../../core/src/templates/index.ts')
  const {sectionSnippet} = await import('../../core/src/templates/skeleton.ts')
  const snippets = SECTION_KINDS.flatMap((kind) => {
    const section = TEMPLATES.flatMap(({sections}) => sections).find((one) => one.kind === kind)
    if (!section) return []
    return [
      [
        `Section: ${SECTION_NAMES[kind]}`,
        {
          scope: 'markdown',
          prefix: `pm-${kind}`,
          body: sectionSnippet(section, 2)
            .replace(/\n*(\$0)?$/, '\n$0')
            .split('\n'),
          description: section.prompts[0] ?? SECTION_NAMES[kind],
        },
      ] as const,
    ]
  })
  return {'snippets/sections.code-snippets': `${JSON.stringify(Object.fromEntries(snippets), undefined, 2)}\n`}
}
