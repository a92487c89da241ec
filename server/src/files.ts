import type {Connection, DocumentUri} from 'vscode-languageserver'
import type {Client} from './client.ts'
import type {Environment, Files} from './environment.ts'
import type {ClientRequests} from './protocol.ts'
import {schemeOf} from './uri.ts'

const LIMIT = 5_000_000

/** The disk where the server has one and the file is there; else the client, where it offers to read. */
export function createFiles(connection: Connection, client: Client, {files: disk}: Environment): Files {
  const isOnDisk = (uri: DocumentUri): boolean => schemeOf(uri) === 'file'
  const ask = async <Method extends keyof ClientRequests>(
    method: Method,
    params: ClientRequests[Method]['params'],
  ): Promise<ClientRequests[Method]['result'] | undefined> =>
    client.options.files ? connection.sendRequest<ClientRequests[Method]['result']>(method, params) : undefined
  return {
    async read(uri) {
      const text = disk && isOnDisk(uri) ? await disk.read(uri) : (await ask('postmortem/readFile', {uri}))?.text
      return text !== undefined && isText(text) ? text : undefined
    },
    async find(folder, pattern) {
      if (disk && isOnDisk(folder)) return disk.find(folder, pattern)
      return (await ask('postmortem/findFiles', {folder, pattern})) ?? []
    },
  }
}

const isText = (text: string): boolean => text.length <= LIMIT && !text.slice(0, 8000).includes('\0')
