import * as vscode from 'vscode'
import type {TemplateInfo} from '../../../server/src/protocol.ts'
import type {Server} from '../language-client.ts'

/** Asks for a template, with what each is for and where it comes from. */
export async function pickTemplate(server: Server, title: string, uri?: vscode.Uri): Promise<TemplateInfo | undefined> {
  const templates = await server.request('postmortem/templates', {uri: uri?.toString()})
  const items = templates.map((template) => ({
    label: template.name,
    description: template.own ? 'your team’s own' : template.source,
    detail: template.purpose,
    template,
  }))
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: 'Template',
    matchOnDescription: true,
    matchOnDetail: true,
  })
  return picked?.template
}
