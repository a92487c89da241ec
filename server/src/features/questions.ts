import {fishboneMindmap} from '#core/assist/fishbone.ts'
import {insertQuestion, phasesAt, QUESTIONS} from '#core/assist/questions.ts'
import type {Feature} from '../feature.ts'
import {onRequest} from './requests.ts'
import {plainEdit} from './snippet-edit.ts'

/** What a facilitator would ask, and where it goes in the text. */
export const questions: Feature = {
  register(context) {
    const {documents} = context
    onRequest(
      context,
      'postmortem/questions',
      async ({textDocument, position}) => {
        const analysis = textDocument && (await documents.get(textDocument.uri))
        const phases =
          analysis && position ? phasesAt(analysis.document, analysis.places.offset(position)) : QUESTIONS.phases
        return [
          ...phases.map(({id, name, questions: asked}) => ({id, label: name, questions: [...asked]})),
          {id: 'restorative', label: 'Who was hurt', questions: [...QUESTIONS.restorative]},
        ]
      },
      [],
    )
    onRequest(context, 'postmortem/insertQuestion', async ({textDocument, position, question}) => {
      const analysis = await documents.get(textDocument.uri)
      return analysis
        ? plainEdit(insertQuestion(analysis.document, analysis.places.offset(position), question), analysis)
        : null
    })
    onRequest(context, 'postmortem/fishbone', async ({textDocument}) => {
      const analysis = await documents.get(textDocument.uri)
      const title = analysis?.timelineView.title ?? ''
      return {text: fishboneMindmap(title), fileName: 'fishbone.md', languageId: 'markdown'}
    })
  },
}
