import type {RuleInfo} from './info.ts'
import type {RuleExamples} from './rule.ts'

/** The examples of rules by id, from the files of the rules; for pages and tests. */
export const readExamples = async (rules: readonly RuleInfo[]): Promise<ReadonlyMap<string, RuleExamples>> =>
  new Map(
    await Promise.all(
      rules.map(async ({group, id}): Promise<[string, RuleExamples]> => {
        const {examples} = (await import(`./${group}/${id}.ts`)) as {readonly examples: RuleExamples}
        return [id, examples]
      }),
    ),
  )
