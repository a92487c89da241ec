import {generateActions} from './generate/actions.ts'
import {generateCues} from './generate/cues.ts'
import {generateHeadings} from './generate/headings.ts'
import {generateLexicon} from './generate/lexicon.ts'
import {generateManifest} from './generate/manifest.ts'
import {generateMilestones} from './generate/milestones.ts'
import {generateSnippets} from './generate/snippets.ts'
import {generateRulePages} from './generate/rule-pages.ts'
import {generateQuestions} from './generate/questions.ts'
import {generateTemplates} from './generate/templates.ts'
import {writeGenerated} from './generate/write.ts'

/** Writes every file that is made from data. `--check` writes nothing and fails if a file is out of date. */
const stale = await writeGenerated(
  [
    generateHeadings,
    generateLexicon,
    generateCues,
    generateActions,
    generateMilestones,
    generateTemplates,
    generateQuestions,
    generateManifest,
    generateSnippets,
    generateRulePages,
  ],
  process.argv.includes('--check'),
)
if (stale.length) {
  console.error(`Out of date: ${stale.join(', ')}. Run “npm run generate” and commit the result.`)
  process.exit(1)
}
