import {TextlintKernel} from '@textlint/kernel'
import textlintMarkdown from '@textlint/textlint-plugin-markdown'
import {markdown as alex} from 'alex'
import {LocalLinter} from 'harper.js'
import {binary} from 'harper.js/binary'
import {lint as markdownlint} from 'markdownlint/sync'
import {retext} from 'retext'
import retextContractions from 'retext-contractions'
import retextEquality from 'retext-equality'
import retextIndefiniteArticle from 'retext-indefinite-article'
import retextIntensify from 'retext-intensify'
import retextPassive from 'retext-passive'
import retextProfanities from 'retext-profanities'
import retextReadability from 'retext-readability'
import retextRedundantAcronyms from 'retext-redundant-acronyms'
import retextRepeatedWords from 'retext-repeated-words'
import retextSimplify from 'retext-simplify'
import textlintAlex from 'textlint-rule-alex'
import writeGood from 'write-good'

// Copied to where the peers are installed. Each takes the Markdown of a text and finds what it finds.

const plugins = [
  retextContractions,
  retextEquality,
  retextIndefiniteArticle,
  retextIntensify,
  retextPassive,
  retextProfanities,
  retextReadability,
  retextRedundantAcronyms,
  retextRepeatedWords,
  retextSimplify,
]
const pipeline = plugins.reduce((chain, plugin) => chain.use(plugin), retext()).freeze()

const textlint = new TextlintKernel()
const textlintOptions = {
  ext: '.md',
  filePath: 'review.md',
  plugins: [{pluginId: 'markdown', plugin: textlintMarkdown.default}],
  rules: [{ruleId: 'alex', rule: textlintAlex.default}],
}

const harper = new LocalLinter({binary})

export const peers = {
  alex,
  'write-good': (text) => writeGood(text),
  markdownlint: (text) => markdownlint({strings: {text}}),
  'markdownlint and write-good': (text) => [markdownlint({strings: {text}}), writeGood(text)],
  'textlint with alex’s rule': (text) => textlint.lintText(text, textlintOptions),
  [`retext with ${plugins.length} plugins`]: (text) => pipeline.processSync(text),
  'harper.js': (text) => harper.lint(text, {language: 'markdown'}),
}
