import assert from 'node:assert/strict'
import {PostmortemDocument} from '#core'
import {fishboneList, fishboneMindmap} from '#core/assist/fishbone.ts'
import {insertQuestion, openQuestions, phasesAt, QUESTIONS} from '#core/assist/questions.ts'
import {applyEdits} from '#core/text/edit.ts'

/** The text after asking at the place of `|`. */
function asked(marked: string): string {
  const offset = marked.indexOf('|')
  const text = marked.replace('|', '')
  return applyEdits(text, [insertQuestion(new PostmortemDocument(text), offset, 'What was on the screen?')])
}

describe('the question bank', () => {
  it('asks how and what, never why or who, and does not speak to the writer', () => {
    assert.equal(QUESTIONS.phases.length, 14)
    for (const {questions} of QUESTIONS.phases)
      for (const question of questions) assert.match(question, /^(?!Why|Who)[A-Z][^!]*\?$/)
    assert.equal(
      new Set(QUESTIONS.phases.flatMap(({questions}) => questions)).size,
      QUESTIONS.phases.reduce((sum, {questions}) => sum + questions.length, 0),
    )
  })

  it('offers first what fits the section', () => {
    const text = '# A\n\n## Detection\n\nBy an alert.\n\n## Where we got lucky\n\n- B\n'
    const document = new PostmortemDocument(text)
    assert.deepEqual(
      phasesAt(document, text.indexOf('alert'))
        .slice(0, 3)
        .map(({id}) => id),
      ['cues', 'help', 'detection'],
    )
    assert.equal(phasesAt(document, text.indexOf('- B'))[0]!.id, 'luck')
    assert.equal(phasesAt(document, 0).length, 14)
  })

  it('puts a question below the paragraph, the item, the table and the front matter', () => {
    assert.equal(
      asked('The disk\nwas |full.\n\nNext.\n'),
      'The disk\nwas full.\n\n> **Ask:** What was on the screen?\n\nNext.\n',
    )
    assert.equal(
      asked('- One|\n  goes on\n- Two\n'),
      '- One\n  goes on\n\n  > **Ask:** What was on the screen?\n- Two\n',
    )
    assert.equal(
      asked('| A |\n| - |\n| b| |\n'.replace('| b| |', '| b |')),
      '| A |\n| - |\n| b |\n\n> **Ask:** What was on the screen?\n'.replace('| A', ' A'),
    )
    assert.equal(asked('A\n|\nB\n'), 'A\n> **Ask:** What was on the screen?\n\n\nB\n')
    assert.equal(
      asked('---\nseverity: |2\n---\n\n# A\n'),
      '---\nseverity: 2\n---\n\n> **Ask:** What was on the screen?\n\n# A\n',
    )
    assert.equal(asked('A|\r\n\r\nB\r\n'), 'A\r\n\r\n> **Ask:** What was on the screen?\r\n\r\nB\r\n')
  })

  it('finds the questions that stand open, with their sections', () => {
    const text =
      '# A\n\n## Causes\n\n- B\n\n  > **Ask:** Since when?\n\n> **Ask**: By which role?\n\n> Ask: nothing else?\n\n> Asking is quoted.\n'
    assert.deepEqual(
      openQuestions(new PostmortemDocument(text)).map(({text: question, section, span}) => [
        question,
        section,
        text.slice(span.start, span.end).trim(),
      ]),
      [
        ['Since when?', 'Causes', '> **Ask:** Since when?'],
        ['By which role?', 'Causes', '> **Ask**: By which role?'],
        ['nothing else?', 'Causes', '> Ask: nothing else?'],
      ],
    )
  })
})

describe('the fishbone', () => {
  it('has eight bones, none of them a person’s error', () => {
    const lines = fishboneMindmap('Checkout (EU)\nis "down"').split('\n')
    assert.equal(lines[2], '  root((Checkout EU is down))')
    assert.equal(lines.filter((line) => /^ {4}\S/.test(line)).length, 8)
    assert.doesNotMatch(lines.join('\n'), /human|error/i)
    assert.equal(fishboneList().trim().split('\n').length, 8)
  })
})
