import assert from 'node:assert/strict'
import fs from 'node:fs'
import {DEFAULT_CONFIG, PostmortemDocument} from '#core'
import {listToTable, tableToList} from '#core/assist/actions.ts'
import weakAction from '#core/rules/actions/weak-action.ts'
import {templateOf} from '#core/templates/choose.ts'
import {applyEdits} from '#core/text/edit.ts'

interface Labelled {
  doc: string
  actions?: {text: string; owner: string | null; due: string | null; ticket: string | null; weak: boolean}[]
}

const shared = new URL('../../../../shared/', import.meta.url)
const labels = new URL('eval/docs/', shared)
const corpus = new URL('corpus/docs/', shared)

const squeeze = (text: string): string =>
  text
    .replace(/[`*_\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
const includes = (a: string, b: string): boolean =>
  squeeze(a).includes(squeeze(b).replace(/^@/, '')) || squeeze(b).includes(squeeze(a).replace(/^@/, ''))

// The labelled documents stand beside the repository, where they do at all.
if (fs.existsSync(labels)) {
  describe('action items of labelled documents', () => {
    it('are found with their owners, tickets and dates, and told weak from not weak', () => {
      const count = {found: 0, extra: 0, missed: 0, fields: 0, same: 0, weak: 0, weakExtra: 0, weakMissed: 0}
      for (const name of fs.readdirSync(labels)) {
        const {doc, actions = []} = JSON.parse(
          fs.readFileSync(new URL(encodeURIComponent(name), labels), 'utf8'),
        ) as Labelled
        const document = new PostmortemDocument(fs.readFileSync(new URL(encodeURIComponent(doc), corpus), 'utf8'), {
          path: doc,
        })
        const weak = [
          ...weakAction.check(document, {config: DEFAULT_CONFIG, template: templateOf(document, DEFAULT_CONFIG)}),
        ]
        const left = new Set(document.actionItems)
        for (const action of actions) {
          const key = squeeze(action.text).slice(0, 28)
          const item = [...left].find(
            (one) => squeeze(one.text).includes(key) || (key.length > 12 && key.includes(squeeze(one.text))),
          )
          if (!item) {
            count.missed++
            continue
          }
          left.delete(item)
          count.found++
          for (const field of ['owner', 'due', 'ticket'] as const) {
            const got = item[field]?.value
            count.fields++
            if (action[field] ? got && includes(got, action[field]) : !got) count.same++
          }
          const isWeak = weak.some(({span}) => item.span.start <= span.start && span.start < item.span.end)
          if (action.weak && isWeak) count.weak++
          else if (isWeak) count.weakExtra++
          else if (action.weak) count.weakMissed++
        }
        count.extra += left.size
      }
      const share = (part: number, rest: number): number => part / (part + rest)
      assert.ok(
        share(count.found, count.extra) >= 0.95 && share(count.found, count.missed) >= 0.95,
        JSON.stringify(count),
      )
      assert.ok(share(count.same, count.fields - count.same) >= 0.97, JSON.stringify(count))
      assert.ok(share(2 * count.weak, count.weakExtra + count.weakMissed) >= 0.9, JSON.stringify(count))
    })
  })

  describe('lists and tables of real documents', () => {
    it('hold the same items after turning into each other', () => {
      let turned = 0
      for (const name of fs.readdirSync(corpus)) {
        const document = new PostmortemDocument(fs.readFileSync(new URL(encodeURIComponent(name), corpus), 'utf8'), {
          path: name,
        })
        const first = document.actionItems.find(({source}) => source === 'list' || source === 'table')
        const fix =
          first &&
          (first.source === 'list' ? listToTable(document, first.span.start) : tableToList(document, first.span.start))
        if (!first || !fix) continue
        turned++
        const other = new PostmortemDocument(applyEdits(document.text, fix.edits), {path: name})
        assert.equal(other.actionItems.length, document.actionItems.length, name)
        assert.deepEqual(
          other.actionItems.map(({owner}) => owner?.value),
          document.actionItems.map(({owner}) => owner?.value),
          name,
        )
      }
      assert.ok(turned >= 30, String(turned))
    })
  })
}
